package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.yipiao.gateway.ledger.CrashPoint;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A gateway killed at the worst moments of a claim: nothing is lost, nothing is done twice. */
class ClaimKillTest {
    private static final int KILLED = 137;
    private static final String KEY = "the only one";

    @TempDir private Path folder;

    @Test
    void killed_between_endorsement_and_submission() throws Exception {
        UUID bill = prepare(Bills.sample());
        kill(CrashPoint.CLAIM_ENDORSED, bill.toString(), KEY);
        goesOn(bill, ClaimState.CHECKING, ClaimState.FIRST_REVIEW);
    }

    @Test
    void killed_after_a_commit_it_did_not_see() throws Exception {
        UUID bill = prepare(Bills.outpatient());
        kill(CrashPoint.CLAIM_COMMITTED_UNSEEN, bill.toString(), KEY);
        goesOn(bill, ClaimState.APPROVED, ClaimState.PROVED);
    }

    /** Registers and anchors a bill and lets go of everything. */
    private UUID prepare(Bill bill) {
        try (Database database = KilledClaim.database(folder);
                EmbeddedLedger ledger = ledger()) {
            ClaimWorld world = world(database, ledger, new TestChannel(ledger));
            world.account(ZHANG, "张示范");
            return world.anchored(world.ours(bill));
        }
    }

    /** A withdrawal takes back what is held, wherever it is killed on its way. */
    @ParameterizedTest
    @EnumSource(names = {"CLAIM_ENDORSED", "CLAIM_COMMITTED_UNSEEN"})
    void killed_while_a_claim_is_withdrawn(CrashPoint place) throws Exception {
        UUID bill = prepare(Bills.sample());
        ClaimNumber number;
        try (Database database = KilledClaim.database(folder);
                EmbeddedLedger ledger = ledger()) {
            ClaimWorld world = world(database, ledger, new TestChannel(ledger));
            number = world.taken(ZHANG, bill).number();
        }
        kill(place, number.text());
        try (Database database = KilledClaim.database(folder);
                EmbeddedLedger embedded = ledger()) {
            ShakyLedger ledger = new ShakyLedger(embedded);
            ClaimWorld world = world(database, ledger, new TestChannel(embedded));
            onlyClaim(world, ClaimState.RELEASING);
            database.with(h -> h.execute("UPDATE claim SET leased_until = '-infinity'"));
            assertEquals(1, world.desk.recovery().pass());
            onlyClaim(world, ClaimState.WITHDRAWN);
            assertEquals(1, ledger.submitted().size(), "the same bytes, once more");
            assertEquals(
                    "RELEASED", world.onLedger(bill).orElseThrow().shares().getFirst().state());
        }
    }

    private void kill(CrashPoint place, String... arguments)
            throws IOException, InterruptedException {
        String name = place.name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dyipiao.crash=" + name,
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledClaim.class.getName(),
                                folder.toString()));
        command.addAll(List.of(arguments));
        Process gateway =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(gateway.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(KILLED, gateway.waitFor(), said);
    }

    /** Looks where the claim was left, leads it on, and sends the request again. */
    private void goesOn(UUID bill, ClaimState left, ClaimState end) {
        try (Database database = KilledClaim.database(folder);
                EmbeddedLedger embedded = ledger()) {
            ShakyLedger ledger = new ShakyLedger(embedded);
            ClaimWorld world = world(database, ledger, new TestChannel(embedded));
            ClaimNumber number = onlyClaim(world, left);
            Claim stored = new ClaimStore(database, Clock.systemUTC()).find(number).orElseThrow();
            String envelope = stored.pending().orElseThrow().id().hex();

            database.with(h -> h.execute("UPDATE claim SET leased_until = '-infinity'"));
            assertEquals(1, world.desk.recovery().pass());
            onlyClaim(world, end);
            assertEquals(List.of(envelope), ledger.submitted(), "the same bytes, once more");

            Claimant claimant = new Claimant("token", world.person(ZHANG));
            Submission again = world.desk.service().submit(claimant, bill, KEY);
            assertEquals(number, assertInstanceOf(Submission.Taken.class, again).claim().number());
            assertEquals(1, world.onLedger(bill).orElseThrow().shares().size());
        }
    }

    private static ClaimNumber onlyClaim(ClaimWorld world, ClaimState state) {
        List<ClaimView> claims =
                world.desk.claims().list(Optional.empty(), Optional.empty(), Optional.empty(), 10);
        assertEquals(1, claims.size());
        assertEquals(state, claims.getFirst().state());
        return claims.getFirst().number();
    }

    private ClaimWorld world(Database database, LedgerClient ledger, TestChannel channel) {
        return new ClaimWorld(
                database,
                KilledClaim.secrets(folder, database),
                ledger,
                channel,
                new TestClock("2026-09-22T02:00:00Z"));
    }

    private EmbeddedLedger ledger() {
        return EmbeddedLedger.open(folder.resolve("ledger"), Clock.systemUTC());
    }
}
