package io.yipiao.gateway.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.settings.DatabaseSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;

class EmbeddedPostgresTest {
    @TempDir private Path folder;

    @Test
    void keeps_committed_rows_when_the_gateway_is_killed_twice() throws Exception {
        killAfterCommit();
        killAfterCommit();

        try (Database database = Database.open(new DatabaseSettings.Embedded(folder, 2))) {
            assertEquals(2, rows(database));
        }
        assertTrue(new PostgresFolder(folder).orphan().isEmpty(), "the server has stopped");
    }

    @Test
    void runs_beside_another_on_another_folder() {
        try (EmbeddedPostgres one = EmbeddedPostgres.start(folder.resolve("one"));
                EmbeddedPostgres other = EmbeddedPostgres.start(folder.resolve("other"))) {
            assertNotEquals(one.url("postgres"), other.url("postgres"));
        }
    }

    @Test
    void refuses_a_folder_that_another_gateway_uses() {
        EmbeddedPostgres holder = EmbeddedPostgres.start(folder);
        try (holder) {
            StoreException refusal =
                    assertThrows(StoreException.class, () -> EmbeddedPostgres.start(folder));
            assertTrue(refusal.toString().contains("Another gateway uses " + folder));
        }
    }

    @Test
    void trusts_nobody_without_the_password() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(server.url("postgres"), "yipiao", "guess"));
        }
        assertFalse(Files.readString(folder.resolve("cluster/pg_hba.conf")).contains(" trust\n"));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("password"))));
    }

    @Test
    void starts_over_the_process_file_of_a_server_that_is_no_more() throws IOException {
        EmbeddedPostgres.start(folder).close();
        String ours = ProcessHandle.current().pid() + "\n";
        Files.writeString(folder.resolve("cluster/postmaster.pid"), ours);

        EmbeddedPostgres.start(folder).close();
    }

    private void killAfterCommit() throws IOException, InterruptedException {
        Process gateway =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledGateway.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader said = gateway.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("committed", said.readLine());
        } finally {
            gateway.destroyForcibly().waitFor();
        }
        assertTrue(new PostgresFolder(folder).orphan().isPresent(), "the server lives on");
    }

    private static int rows(Database database) {
        return database.with(
                handle -> handle.createQuery("SELECT count(*) FROM kept").mapTo(int.class).one());
    }
}
