package io.yipiao.gateway.benefit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the tables of a policy lie. */
@FunctionalInterface
public interface TableSource {

    /** All bytes of the table with this file name. */
    byte[] open(String file) throws TableException;

    /** The demonstration's tables, which come with the program. */
    static TableSource demonstration() {
        return file -> {
            try (InputStream in = Policy.class.getResourceAsStream("/demonstration/" + file)) {
                if (in == null) {
                    throw missing(file);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw missing(file);
            }
        };
    }

    /** Tables in a folder. */
    static TableSource folder(Path folder) {
        return file -> {
            try {
                return Files.readAllBytes(folder.resolve(file));
            } catch (IOException e) {
                throw missing(folder.resolve(file).toString());
            }
        };
    }

    private static TableException missing(String file) {
        return new TableException(file, 1, "file", "a table that can be read", "none");
    }
}
