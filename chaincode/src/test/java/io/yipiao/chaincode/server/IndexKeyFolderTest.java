package io.yipiao.chaincode.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.chaincode.fixture.Channel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class IndexKeyFolderTest {
    private static final String KEY = "1a".repeat(32);

    private final Path folder;

    IndexKeyFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void reads_a_key_a_file_and_leaves_other_files_alone() throws Exception {
        write("26", KEY, "rw-------");
        write("27", KEY + "\n", "r--------");
        write("README", "keep me", "rw-r--r--");
        assertEquals("index keys of the years [26, 27]", IndexKeyFolder.read(folder).toString());
        assertEquals(
                Channel.key(26).check(),
                IndexKeyFolder.read(folder).ofYear("26").orElseThrow().check());
    }

    @Test
    void refuses_a_key_that_others_can_read() throws Exception {
        write("26", KEY, "rw-r-----");
        refuses("chmod 600");
    }

    @Test
    void refuses_a_file_that_holds_no_key_and_does_not_show_it() throws Exception {
        write("26", KEY.substring(1), "rw-------");
        assertFalse(refuses("64 lower-case hexadecimal digits").contains("1a1a"));
    }

    @Test
    void refuses_a_folder_without_keys() {
        refuses("holds no index key");
    }

    private String refuses(String words) {
        IOException fault = assertThrows(IOException.class, () -> IndexKeyFolder.read(folder));
        String message = String.valueOf(fault.getMessage());
        assertTrue(message.contains(words), message);
        return message;
    }

    private void write(String name, String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
