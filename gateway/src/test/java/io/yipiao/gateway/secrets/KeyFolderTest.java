package io.yipiao.gateway.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class KeyFolderTest {
    @TempDir private Path parent;

    @Test
    void makes_a_missing_key_once_for_its_owner_alone() throws IOException {
        Path folder = parent.resolve("keys");
        byte[] key = KeyFolder.thatMakesMissing(folder).key("data-1", 16);

        assertArrayEquals(key, KeyFolder.thatIsComplete(folder).key("data-1", 16));
        assertEquals("rw-------", permissions(folder.resolve("data-1")));
        assertEquals("rwx------", permissions(folder));
        assertEquals(List.of("data-1"), KeyFolder.thatIsComplete(folder).names());
    }

    @Test
    void refuses_a_missing_key_where_it_makes_none() {
        Path folder = parent.resolve("keys");

        SecretsException refusal =
                assertThrows(
                        SecretsException.class,
                        () -> KeyFolder.thatIsComplete(folder).key("data-1", 16));

        assertTrue(refusal.toString().contains("data-1 is missing"));
        assertFalse(Files.exists(folder));
    }

    @Test
    void refuses_a_key_that_others_may_read() throws IOException {
        KeyFolder folder = KeyFolder.thatMakesMissing(parent);
        assertEquals(16, folder.key("data-1", 16).length);
        Files.setPosixFilePermissions(
                parent.resolve("data-1"), PosixFilePermissions.fromString("rw-r-----"));

        assertThrows(SecretsException.class, () -> folder.key("data-1", 16));
    }

    @Test
    void refuses_a_key_of_another_length_without_repeating_it() throws IOException {
        KeyFolder folder = KeyFolder.thatMakesMissing(parent);
        assertEquals(16, folder.key("data-1", 16).length);

        SecretsException refusal =
                assertThrows(SecretsException.class, () -> folder.key("data-1", 32));

        assertFalse(
                refusal.toString().contains(Files.readString(parent.resolve("data-1")).strip()));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
