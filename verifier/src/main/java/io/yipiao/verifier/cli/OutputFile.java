package io.yipiao.verifier.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that this command makes. None is written over; what is secret or personal is readable by
 * its owner alone from the moment it exists.
 */
final class OutputFile {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OutputFile() {}

    /** Writes a file that anyone may read. */
    static void write(Path file, byte[] content) throws InputException {
        write(file, content, new FileAttribute<?>[0]);
    }

    /** Writes a file of mode 0600. */
    static void writeSecret(Path file, byte[] content) throws InputException {
        write(file, content, ownerOnly("rw-------"));
    }

    /** Refuses a file that is there, before anything else is made. */
    static void checkNew(Path file) throws InputException {
        if (Files.exists(file)) {
            throw unwritable(file, new FileAlreadyExistsException(file.toString()));
        }
    }

    /** Opens a new file of mode 0600. */
    static OutputStream openSecret(Path file) throws InputException {
        return open(file, ownerOnly("rw-------"));
    }

    /** Makes a folder of mode 0700, or takes the one that is there. */
    static void makeSecretFolder(Path folder) throws InputException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, ownerOnly("rwx------"));
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    static void makeFolder(Path folder) throws InputException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    static InputException unwritable(Path file, IOException fault) {
        return fault instanceof FileAlreadyExistsException
                ? new InputException(
                        file + " 已经存在，不会覆盖",
                        file + " exists already and is not written over",
                        fault)
                : new InputException(
                        "写不了 " + file + "：" + fault.getMessage(),
                        file + " cannot be written: " + fault.getMessage(),
                        fault);
    }

    private static void write(Path file, byte[] content, FileAttribute<?>... attributes)
            throws InputException {
        try (OutputStream out = open(file, attributes)) {
            out.write(content);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static OutputStream open(Path file, FileAttribute<?>... attributes)
            throws InputException {
        try {
            return Channels.newOutputStream(
                    Files.newByteChannel(
                            file,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            attributes));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
