package io.yipiao.gateway.secrets;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of secret keys, one file each, lower-case hexadecimal digits. Only its owner may read
 * them (mode 0600), or they are refused. Back it up apart from the database: whoever has both reads
 * everything, and who lost the folder reads nothing.
 */
public final class KeyFolder {
    private static final Set<PosixFilePermission> OTHERS =
            PosixFilePermissions.fromString("---rwxrwx");

    private final Path folder;
    private final boolean makesMissing;
    private final SecureRandom random = new SecureRandom();

    private KeyFolder(Path folder, boolean makesMissing) {
        this.folder = folder;
        this.makesMissing = makesMissing;
    }

    /** A folder that makes a key which is missing: for the embedded database's first start. */
    public static KeyFolder thatMakesMissing(Path folder) {
        return new KeyFolder(folder, true);
    }

    /** A folder that must hold every key it is asked for. */
    public static KeyFolder thatIsComplete(Path folder) {
        return new KeyFolder(folder, false);
    }

    /**
     * The key in the file of this name.
     *
     * @param length in bytes
     */
    public byte[] key(String name, int length) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                make(file, length);
            }
            refuseIfOthersMayRead(file);
            return Hex.read(
                    name, Files.readString(file, StandardCharsets.US_ASCII).strip(), length);
        } catch (FieldException e) {
            throw new SecretsException(
                    "The key " + file + " should be " + 2 * length + " lower-case hex digits", e);
        } catch (IOException e) {
            throw new SecretsException("The key " + file + " cannot be read: " + e, e);
        }
    }

    /** The names of the keys there are, in their order. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SecretsException("The folder of keys cannot be read: " + folder, e);
        }
    }

    /** Written beside and moved, so that a start cut short leaves no half key. */
    private void make(Path file, int length) throws IOException {
        if (!makesMissing) {
            throw new SecretsException(
                    "The key %s is missing: put the folder of keys there, or name it with --keys="
                            .formatted(file));
        }
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        byte[] key = new byte[length];
        random.nextBytes(key);
        Path fresh = Files.createTempFile(folder, ".new", "");
        Files.writeString(fresh, Hex.write(key) + "\n", StandardCharsets.US_ASCII);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void refuseIfOthersMayRead(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(OTHERS::contains)) {
            throw new SecretsException(
                    "Others may read the key %1$s: chmod 600 %1$s".formatted(file));
        }
    }
}
