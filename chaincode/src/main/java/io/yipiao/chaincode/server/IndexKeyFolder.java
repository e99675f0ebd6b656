package io.yipiao.chaincode.server;

import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.fingerprint.IndexKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where an organisation keeps its index keys: a file a year, named by its two digits, holding 64
 * hexadecimal digits, for its owner's eyes only.
 */
final class IndexKeyFolder {
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(
                    EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));

    private IndexKeyFolder() {}

    /** Reads every year's key; a fault names the file, never the key. */
    static IndexKeys read(Path folder) throws IOException {
        Map<String, IndexKey> keys = new TreeMap<>();
        for (Path file : files(folder)) {
            keys.put(String.valueOf(file.getFileName()), key(file));
        }
        if (keys.isEmpty()) {
            throw new IOException(
                    folder + " holds no index key: a file named 26 for the year 2026");
        }
        return IndexKeys.of(keys);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> String.valueOf(file.getFileName()).matches("[0-9]{2}"))
                    .sorted()
                    .toList();
        }
    }

    private static IndexKey key(Path file) throws IOException {
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new IOException(file + " can be read by others: chmod 600 " + file);
        }
        try {
            return IndexKey.of(Hex.read("key", Files.readString(file).strip(), IndexKey.LENGTH));
        } catch (FieldException e) {
            throw new IOException(file + " must hold 64 lower-case hexadecimal digits");
        }
    }
}
