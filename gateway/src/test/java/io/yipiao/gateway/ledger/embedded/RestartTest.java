package io.yipiao.gateway.ledger.embedded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.receipt.OrganisationRoots;
import io.yipiao.verifier.receipt.Receipt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class RestartTest {
    private static final String SECRET = ".*/(key\\.pem|index-keys/[0-9]{2})";

    @TempDir private Path folder;

    @Test
    void state_blocks_and_outcomes_are_as_before() throws Exception {
        long height;
        Endorsed endorsed;
        Commit commit;
        Batch batch;
        try (EmbeddedLedger ledger = open()) {
            TestChannel channel = new TestChannel(ledger);
            batch = channel.issuer().sealedBatch(3);
            endorsed = ledger.endorse(channel.issuer().anchor(List.of(batch)));
            commit = ledger.submit(endorsed.envelope());
            height = ledger.height();
        }
        try (EmbeddedLedger ledger = open()) {
            assertEquals(height, ledger.height());
            assertEquals(commit, ledger.submit(endorsed.envelope()));
            ledger.prove(prove(batch));
        }
    }

    @Test
    void what_was_endorsed_before_loses_to_what_was_committed_after_the_restart() throws Exception {
        Endorsed stale;
        Opening bill;
        TestChannel before;
        try (EmbeddedLedger ledger = open()) {
            before = new TestChannel(ledger);
            bill = before.anchoredBill(10_000);
            stale = ledger.endorse(before.hold(bill, "basic", "C1", 100));
        }
        try (EmbeddedLedger ledger = open()) {
            Endorsed other = ledger.endorse(before.hold(bill, "serious", "C2", 100));
            assertInstanceOf(Commit.Committed.class, ledger.submit(other.envelope()));
            assertInstanceOf(Commit.Lost.class, ledger.submit(stale.envelope()));
        }
    }

    @Test
    void receipts_are_checked_by_the_same_roots() throws Exception {
        byte[] roots;
        byte[] receipt;
        try (EmbeddedLedger ledger = open()) {
            TestChannel channel = new TestChannel(ledger);
            Batch batch = channel.issuer().sealedBatch(1);
            channel.settle(channel.issuer().anchor(List.of(batch)));
            receipt = ledger.prove(prove(batch)).receipt();
        }
        try (EmbeddedLedger ledger = open()) {
            roots = ledger.roots();
        }
        Receipt.parse(receipt).check(OrganisationRoots.parse(roots), "bills");
        assertArrayEquals(roots, Files.readAllBytes(folder.resolve("roots.json")));
    }

    @Test
    void whoever_was_told_of_a_commit_finds_it_after_a_kill() throws Exception {
        for (int kill = 0; kill < 2; kill++) {
            List<String> told = new ArrayList<>();
            Process process = KilledLedger.start(folder);
            try (BufferedReader lines = process.inputReader()) {
                for (int i = 0; i < 12; i++) {
                    told.add(String.valueOf(lines.readLine()));
                }
                process.destroyForcibly().waitFor();
            }
            try (EmbeddedLedger ledger = open()) {
                for (String envelope : told) {
                    assertInstanceOf(
                            Commit.Committed.class, ledger.submit(Hex.read("envelope", envelope)));
                }
            }
        }
    }

    @Test
    void a_folder_serves_one_ledger_at_a_time() {
        EmbeddedLedger holder = open();
        try (holder) {
            LedgerUnavailable refusal = assertThrows(LedgerUnavailable.class, this::open);
            assertTrue(String.valueOf(refusal.getCause()).contains("in use"));
        }
    }

    @Test
    void secrets_are_for_their_owner_only() throws Exception {
        open().close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> secrets =
                    files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches(SECRET))
                            .toList();
            assertEquals(3 + 3 + 9 + 11, secrets.size());
            for (Path secret : secrets) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
            }
        }
    }

    private EmbeddedLedger open() {
        return EmbeddedLedger.open(folder, Clock.systemUTC());
    }

    private static Call prove(Batch batch) {
        return Call.of(Caller.INTAKE, "prove")
                .with(Integer.toString(batch.issuer()))
                .with(batch.header().root().hex());
    }
}
