package io.yipiao.network.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a wrong option is answered with, before anything is measured. */
final class BenchCommandTest {
    @TempDir Path folder;

    @Test
    void a_folder_that_is_not_there_is_told_with_what_is_expected() {
        Path none = folder.resolve("none");

        assertRefused("bench: --data: " + none + " is no folder: ", "--data=" + none);
    }

    @Test
    void a_folder_of_other_things_is_told_what_it_lacks() throws Exception {
        Files.createDirectory(folder.resolve("nhsa-rules"));
        Files.writeString(folder.resolve("README.md"), "name,1,XA01ABD075A002010100483\n");

        assertRefused("bench: --data: " + folder + " lacks drugs: ", "--data=" + folder);
    }

    @Test
    void drugs_without_services_are_not_enough() throws Exception {
        Files.writeString(folder.resolve("drug-age-codes.csv"), "name,1,XA01ABD075A002010100483\n");

        assertRefused("bench: --data: " + folder + " lacks services: ", "--data=" + folder);
    }

    @Test
    void a_table_in_another_encoding_cannot_be_read() throws Exception {
        Files.write(folder.resolve("service-age.csv"), new byte[] {(byte) 0xd0, (byte) 0xd5});

        assertRefused("bench: --data: " + folder + " cannot be read (", "--data=" + folder);
    }

    @Test
    void a_row_that_is_not_there_is_told_with_those_that_are() {
        assertRefused("bench: --rows: no row is called clam; there are [start, ", "--rows=clam");
    }

    private static void assertRefused(String beginning, String option) {
        StringWriter said = new StringWriter();
        CommandLine line = BenchCommand.line().setErr(new PrintWriter(said, true));

        assertEquals(2, line.execute("--root=.", option));
        assertTrue(said.toString().startsWith(beginning), said::toString);
        assertEquals(1, said.toString().lines().count(), said::toString);
    }
}
