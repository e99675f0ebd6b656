package io.yipiao.gateway.ledger.embedded;

import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.fingerprint.IndexKey;
import io.yipiao.verifier.reader.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;

/**
 * The index keys of the years that a demonstration meets: a file a year, named by its two digits,
 * holding 64 hexadecimal digits and readable by its owner only. Missing ones are made.
 */
final class IndexKeyFolder {
    private static final int FIRST = 20;
    private static final int LAST = 30;

    private final Map<String, IndexKey> keys;

    private IndexKeyFolder(Map<String, IndexKey> keys) {
        this.keys = keys;
    }

    static IndexKeyFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, IndexKey> keys = new TreeMap<>();
        for (int year = FIRST; year <= LAST; year++) {
            Path file = folder.resolve(Integer.toString(year));
            if (!Files.exists(file)) {
                make(file);
            }
            keys.put(Integer.toString(year), read(file));
        }
        return new IndexKeyFolder(keys);
    }

    IndexKeys keys() {
        return IndexKeys.of(keys);
    }

    /** What {@code setRules} is told of them: {"indexKeys":{year:check value}}. */
    Json rules() {
        Json.Writer checks = Json.object();
        keys.forEach((year, key) -> checks.put(year, key.check()));
        return Json.object().put("indexKeys", checks.end()).end();
    }

    private static IndexKey read(Path file) throws IOException {
        try {
            return IndexKey.of(
                    Hex.read("index key", Files.readString(file).strip(), IndexKey.LENGTH));
        } catch (FieldException e) {
            throw new IOException(file + " holds no index key", e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[IndexKey.LENGTH];
        new SecureRandom().nextBytes(key);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, Hex.write(key));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
