package io.yipiao.verifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.audit.ExportManifest;
import io.yipiao.verifier.audit.TestExports;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class AuditsTest {
    @TempDir Path folder;

    private Path roots = Path.of("");

    @BeforeEach
    void write_roots() throws IOException {
        roots = write("roots.json", Jcs.bytes(TestExports.roots()));
    }

    @Test
    void says_that_nothing_is_wrong_and_what_it_all_adds_up_to() throws IOException {
        Path good = write("insurance.blocks", TestExports.good());
        Path beside = write("finance.blocks", TestExports.good());
        write("insurance.blocks.json", new ExportManifest("bills", "InsuranceMSP", 4).bytes());
        Called called = audit(good, "--beside", beside).ends(Exit.GOOD);
        assertTrue(called.out().startsWith("✓ No breach was found in ledger bills.\n"));
        assertTrue(called.out().contains("  blocks that the other export has too: 5\n"));
        assertTrue(called.out().contains("  bills anchored: 3\n"));
        assertTrue(called.out().contains("  shares STAMPED: 1, 1830.70\n"), called.out());
        assertTrue(audit(good, "--language", "zh").out().startsWith("✓ 账本 bills 没有发现问题。"));
    }

    @Test
    void names_each_breach_with_its_block_and_transaction_and_ends_with_1() throws IOException {
        Path forged = write("forged.blocks", TestExports.forged());
        Called called = audit(forged).ends(Exit.BAD);
        assertTrue(called.out().startsWith("✕ Breaches found: 1\n  FLAG block 5.0: its flag says"));
        assertTrue(audit(forged, "--language", "zh").out().contains("有效标志不符 块 5.0"));
    }

    @Test
    void tells_programs_the_same() throws Exception {
        Called called = audit(write("forged.blocks", TestExports.forged()), "--json");
        Json.Members report =
                JsonReader.readObject(called.ends(Exit.BAD).out().getBytes(StandardCharsets.UTF_8));
        assertEquals(6, report.whole("blocks"));
        assertEquals(183_070, report.object("shares").object("STAMPED").whole("fen"));
        Json.Members breach = report.items("breaches").objects("breaches").getFirst();
        assertEquals("FLAG", breach.text("kind"));
        assertEquals(5, breach.whole("block"));
        assertEquals(0, breach.whole("transaction"));
    }

    @Test
    void ends_with_2_where_a_file_is_missing_or_of_another_kind() throws IOException {
        Path good = write("good.blocks", TestExports.good());
        audit(folder.resolve("none")).ends(Exit.UNUSABLE);
        Called.with("audit", good, "--roots", good).ends(Exit.UNUSABLE);
        write("good.blocks.json", "{}".getBytes(StandardCharsets.UTF_8));
        audit(good).ends(Exit.UNUSABLE);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Called audit(Path blocks, Object... more) {
        Object[] all = new Object[4 + more.length];
        all[0] = "audit";
        all[1] = blocks;
        all[2] = "--roots";
        all[3] = roots;
        System.arraycopy(more, 0, all, 4, more.length);
        return Called.with(all);
    }
}
