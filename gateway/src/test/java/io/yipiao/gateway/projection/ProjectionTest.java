package io.yipiao.gateway.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.Settled;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.ShareState;

import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

@Timeout(60)
@SuppressWarnings("try") // a projector works without being spoken to
class ProjectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private Path folder;
    private EmbeddedLedger ledger;
    private GatedLedger gated;
    private TestChannel channel;
    private Database database;
    private LedgerView view;

    @BeforeEach
    void open() {
        ledger = EmbeddedLedger.open(folder, Clock.systemUTC());
        gated = new GatedLedger(ledger);
        channel = new TestChannel(ledger);
        database = TestDatabase.fresh();
        view = new LedgerView(database);
    }

    @AfterEach
    void close() {
        database.close();
        ledger.close();
    }

    @Test
    void dropped_and_read_again_it_is_the_same_row_for_row() throws Exception {
        tellMuch();
        try (Projector projector = new Projector(database, ledger, view)) {
            awaitAll();
            Map<String, List<String>> before = Tables.rows(database);
            projector.rebuild();
            await(() -> !view.checkpoint().rebuilding());
            assertEquals(before, Tables.rows(database));
            before.forEach((table, rows) -> assertTrue(rows.size() > 0, table + " is empty"));
        }
    }

    @Test
    void it_says_what_the_ledger_says() throws Exception {
        Opening bill = channel.anchoredBill(500_00);
        BillIndex index = hold(bill, "basic", "A", 200_00);
        channel.settle(channel.stamp(index.hex(), "basic", "A", 150_00));
        hold(bill, "serious", "B", 100_00);
        try (Projector projector = new Projector(database, ledger, view)) {
            awaitAll();
            ProjectedBill projected = view.bill(index).orElseThrow();
            assertEquals(ProjectedBill.State.OPEN, projected.state());
            assertEquals(bill.fingerprint(), projected.fingerprint().orElseThrow());
            assertEquals(new Fen(500_00), projected.claimable());
            assertEquals(new Fen(250_00), projected.occupied());
            assertEquals(new Fen(100_00), projected.held());
            assertEquals(
                    List.of(ShareState.STAMPED, ShareState.HELD),
                    projected.shares().stream().map(ProjectedShare::state).toList());
            assertTrue(view.hasPayer("basic"));
            assertEquals(1, view.issuer(channel.issuer().number()).orElseThrow().keys().size());
        }
    }

    @Test
    void while_it_is_rebuilt_it_says_so_and_the_rows_stay() throws Exception {
        tellMuch();
        try (Projector projector = new Projector(database, gated, view);
                LedgerPulse pulse = new LedgerPulse(gated, view)) {
            awaitAll();
            await(pulse::isAlive);
            Map<String, List<String>> before = Tables.rows(database);
            gated.holdFrom(3);
            projector.rebuild();
            await(() -> pulse.fault().isPresent());
            assertEquals("the projection is being rebuilt", pulse.fault().orElseThrow());
            assertEquals(before.get("ledger_bill"), Tables.rows(database).get("ledger_bill"));
            assertEquals(before.get("ledger_issuer"), Tables.rows(database).get("ledger_issuer"));
            gated.letAllThrough();
            await(pulse::isAlive);
            assertEquals(before, Tables.rows(database));
        }
    }

    @Test
    void a_rebuild_that_was_broken_off_is_done_by_the_next_gateway() throws Exception {
        tellMuch();
        Map<String, List<String>> before;
        try (Projector first = new Projector(database, gated, view)) {
            awaitAll();
            before = Tables.rows(database);
            gated.holdFrom(3);
            first.rebuild();
        }
        assertEquals(before.get("ledger_share"), Tables.rows(database, "ledger_share"));
        assertTrue(view.checkpoint().rebuilding());
        try (Projector second = new Projector(database, ledger, view)) {
            await(() -> !view.checkpoint().rebuilding());
            assertEquals(before, Tables.rows(database));
        }
    }

    @Test
    void of_two_gateways_one_projects_and_the_other_takes_over() throws Exception {
        try (Projector second = over(new LedgerView(database))) {
            try (Projector first = over(view)) {
                for (int i = 0; i < 20; i++) {
                    channel.anchoredBill(100 + i);
                }
                awaitAll();
            }
            channel.anchoredBill(1);
            awaitAll();
            assertEquals(ledger.height(), Tables.rows(database, "ledger_block").size());
        }
        assertEquals(0, locks());
    }

    @Test
    void an_outage_gives_the_lock_up_and_the_projection_goes_on_after_it() throws Exception {
        try (Projector projector = new Projector(database, gated, view)) {
            awaitAll();
            gated.isOutOfReach(true);
            channel.anchoredBill(1);
            await(() -> locks() == 0);
            gated.isOutOfReach(false);
            awaitAll();
        }
        assertEquals(0, locks());
    }

    private Projector over(LedgerView seen) {
        return new Projector(database, ledger, seen);
    }

    /** Everything that a ledger of this time can say. */
    private void tellMuch() throws Exception {
        Opening released = channel.anchoredBill(100_01);
        BillIndex index = hold(released, "basic", "R", 50_01);
        channel.settle(release(index, "basic", "R"));
        Opening stamped = channel.anchoredBill(200_02);
        Endorsed once = ledger.endorse(channel.holdAndStamp(stamped, "basic", "S", 80_02));
        assertInstanceOf(Commit.Invalid.class, ledger.submit(withoutEndorsements(once)));
        ledger.submit(once.envelope());
        channel.settle(channel.holdAndStamp(stamped, "serious", "S2", 30_03));
        ledger.submit(once.envelope());
        loseARace(channel.anchoredBill(300_03));
        reverse(stamped);
        reverse(channel.issuer().bill(400_04));
        Opening paper = channel.issuer().paper(released);
        channel.anchor(List.of(paper));
        channel.settle(channel.exchange(paper));
        String given = "%010d".formatted(1);
        channel.openSeries(released.core().id().code(), given, given);
        conflict();
    }

    /** Two holds that were endorsed on the same state: the second one stays in its block, lost. */
    private void loseARace(Opening bill) throws Exception {
        Endorsed one = ledger.endorse(channel.hold(bill, "basic", "L1", 10_00));
        Endorsed two = ledger.endorse(channel.hold(bill, "serious", "L2", 10_00));
        assertInstanceOf(Commit.Committed.class, ledger.submit(one.envelope()));
        assertInstanceOf(Commit.Lost.class, ledger.submit(two.envelope()));
    }

    /** By a red bill, before the original is opened or after. */
    private void reverse(Opening original) throws Exception {
        Opening red = channel.issuer().redBill(original);
        channel.anchor(List.of(red));
        channel.settle(channel.reverse(red));
    }

    private void conflict() throws Exception {
        Opening first = channel.anchoredBill(500_05);
        Core core = first.core();
        Core changed =
                new Core(
                        core.id(),
                        core.issuer(),
                        new Fen(600_06),
                        new Fen(600_06),
                        core.date(),
                        core.relation());
        Opening second = new Opening(changed, first.salt(), Sm3.of(new byte[2]), first.root());
        channel.anchor(List.of(second));
        hold(first, "basic", "C1", 5_05);
        Settled settled = channel.settle(channel.hold(second, "serious", "C2", 5_05));
        assertEquals("CONFLICT", TestChannel.first(settled.answer(), "outcome"));
    }

    private BillIndex hold(Opening bill, String payer, String claim, long fen) throws Exception {
        byte[] answer = channel.settle(channel.hold(bill, payer, claim, fen)).answer();
        return BillIndex.ofHex("index", TestChannel.first(answer, "index"));
    }

    private static Call release(BillIndex index, String payer, String claim) {
        Json item =
                Json.object()
                        .put("index", index.hex())
                        .put("payer", payer)
                        .put("claim", claim)
                        .put("n", 1)
                        .end();
        return Call.of(Caller.claims(payer), "release").with(new Json.Items(List.of(item)));
    }

    /** A forgery that bears the id of a transaction which is still to come. */
    private static byte[] withoutEndorsements(Endorsed endorsed)
            throws InvalidProtocolBufferException {
        Envelope envelope = Envelope.parseFrom(endorsed.envelope());
        Payload payload = Payload.parseFrom(envelope.getPayload());
        Transaction transaction = Transaction.parseFrom(payload.getData());
        var action = transaction.getActions(0).toBuilder();
        var chaincode = ChaincodeActionPayload.parseFrom(action.getPayload()).toBuilder();
        chaincode.getActionBuilder().clearEndorsements();
        action.setPayload(chaincode.build().toByteString());
        Transaction bare = transaction.toBuilder().setActions(0, action).build();
        return envelope.toBuilder()
                .setPayload(payload.toBuilder().setData(bare.toByteString()).build().toByteString())
                .build()
                .toByteArray();
    }

    private void awaitAll() throws InterruptedException {
        assertTrue(view.await(ledger.height() - 1, PATIENCE), "the projection stands still");
    }

    private int locks() {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                                WHERE l.locktype = 'advisory' AND d.datname = current_database()
                                """)
                        .mapTo(Integer.class)
                        .one());
    }

    private static void await(BooleanSupplier isSo) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited too long");
            Thread.sleep(5);
        }
    }
}
