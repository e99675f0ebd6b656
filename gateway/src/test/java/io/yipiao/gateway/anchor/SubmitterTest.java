package io.yipiao.gateway.anchor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.alarm.Alarm;
import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.alarm.Subject;
import io.yipiao.gateway.ledger.BlockStream;
import io.yipiao.gateway.ledger.LedgerTransaction;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.TestIssuer;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.fingerprint.Opening;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class SubmitterTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** Runs out at once: what it covers is found by whoever looks next. */
    private static final Duration NO_LEASE = Duration.ZERO;

    @TempDir private Path folder;
    private EmbeddedLedger ledger;
    private TroubledLedger troubled;
    private TestChannel channel;
    private Database database;
    private Outbox outbox;
    private FrozenBatches frozen;

    @BeforeEach
    void open() {
        ledger = EmbeddedLedger.open(folder, Clock.systemUTC());
        troubled = new TroubledLedger(ledger);
        channel = new TestChannel(ledger);
        database = TestDatabase.fresh();
        outbox = new Outbox();
        frozen = new FrozenBatches(database, outbox);
    }

    @AfterEach
    void close() {
        database.close();
        ledger.close();
    }

    @Test
    void a_frozen_batch_is_anchored() throws Exception {
        UUID batch = frozen.freeze(channel.issuer(), channel.issuer().sealedBatch(3));
        drain(submitter(LEASE));
        assertEquals("DONE ANCHORED", frozen.standing(batch));
        assertEquals(1, timesAnchored().get(rootOf(batch)));
        assertEquals(0, frozen.count("SELECT count(*) FROM submission"));
    }

    @Test
    void batches_of_several_issuers_travel_in_one_transaction() {
        TestIssuer other = new TestChannel(ledger).issuer();
        UUID one = frozen.freeze(channel.issuer(), channel.issuer().sealedBatch(2));
        UUID two = frozen.freeze(other, other.sealedBatch(2));
        UUID three = frozen.freeze(other, other.sealedBatch(5));
        drain(submitter(LEASE));
        Object transaction = frozen.entry(one).get("transaction_id");
        assertEquals(transaction, frozen.entry(two).get("transaction_id"));
        assertEquals(transaction, frozen.entry(three).get("transaction_id"));
    }

    @Test
    void more_than_a_megabyte_of_leaves_takes_a_second_transaction() {
        UUID one = frozen.freeze(channel.issuer(), channel.issuer().sealedBatch(20_000));
        UUID two = frozen.freeze(channel.issuer(), channel.issuer().sealedBatch(20_000));
        drain(submitter(LEASE));
        assertEquals("DONE ANCHORED", frozen.standing(two));
        assertNotEquals(
                frozen.entry(one).get("transaction_id"), frozen.entry(two).get("transaction_id"));
    }

    @Test
    void a_batch_that_is_there_already_is_done() throws Exception {
        Batch batch = channel.issuer().sealedBatch(2);
        channel.settle(channel.issuer().anchor(List.of(batch)));
        UUID id = frozen.freeze(channel.issuer(), batch);
        drain(submitter(LEASE));
        assertEquals("DONE ALREADY", frozen.standing(id));
    }

    @Test
    void a_red_bill_is_applied_once_its_batch_is_anchored() throws Exception {
        Opening bill = channel.anchoredBill(10_000);
        channel.settle(channel.hold(bill, "basic", "C1", 4_000));
        UUID batch = frozen.freeze(channel.issuer(), List.of(channel.issuer().redBill(bill)));
        drain(submitter(LEASE));
        assertEquals("DONE ANCHORED", frozen.standing(batch));
        assertEquals("DONE REVERSED", frozen.reversal(batch));
    }

    @Test
    void a_paper_becomes_its_bills_alias_once_its_batch_is_anchored() throws Exception {
        Opening bill = channel.anchoredBill(10_000);
        channel.settle(channel.hold(bill, "basic", "C1", 4_000));
        UUID batch = frozen.freeze(channel.issuer(), List.of(channel.issuer().paper(bill)));
        drain(submitter(LEASE));
        assertEquals("DONE ANCHORED", frozen.standing(batch));
        assertEquals("DONE EXCHANGED", frozen.exchange(batch));
    }

    @Test
    void a_paper_of_a_bill_that_nobody_opened_opens_it() {
        Opening bill = channel.issuer().bill(10_000);
        UUID batch = frozen.freeze(channel.issuer(), List.of(channel.issuer().paper(bill)));
        drain(submitter(LEASE));
        assertEquals("DONE EXCHANGED", frozen.exchange(batch));
    }

    @Test
    void a_paper_of_a_paper_waits_until_that_is_known() {
        TestIssuer issuer = channel.issuer();
        Opening first = issuer.paper(issuer.bill(10_000));
        UUID second = frozen.freeze(issuer, List.of(issuer.paper(first)));
        Submitter submitter = submitter(LEASE);
        assertTrue(submitter.step());
        assertTrue(submitter.step());
        assertEquals("QUEUED", frozen.exchange(second));
        frozen.freeze(issuer, List.of(first));
        drain(submitter);
        assertEquals("DONE EXCHANGED", frozen.exchange(second));
    }

    @Test
    void two_papers_of_one_bill_in_one_batch_are_both_its_aliases() throws Exception {
        Opening bill = channel.anchoredBill(10_000);
        TestIssuer issuer = channel.issuer();
        frozen.freeze(issuer, List.of(issuer.paper(bill), issuer.paper(bill)));
        drain(submitter(LEASE));
        assertEquals(2, frozen.count("SELECT count(*) FROM outbox WHERE outcome = 'EXCHANGED'"));
    }

    @Test
    void a_paper_of_another_issuers_bill_is_refused_for_good() throws Exception {
        Opening bill = channel.anchoredBill(10_000);
        channel.settle(channel.hold(bill, "basic", "C1", 4_000));
        TestIssuer other = new TestChannel(ledger).issuer();
        UUID batch = frozen.freeze(other, List.of(other.paper(bill)));
        drain(submitter(LEASE));
        assertEquals("REFUSED BAD_OPENING", frozen.exchange(batch));
    }

    @Test
    void a_red_bill_and_its_batch_go_before_what_waited_longer() {
        List<UUID> plain = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            plain.add(frozen.freeze(channel.issuer(), channel.issuer().sealedBatch(30_000)));
        }
        Opening original = channel.issuer().bill(100);
        UUID red = frozen.freeze(channel.issuer(), List.of(channel.issuer().redBill(original)));
        Submitter submitter = submitter(LEASE);
        assertTrue(submitter.step());
        assertEquals("DONE ANCHORED", frozen.standing(red));
        assertTrue(submitter.step());
        assertEquals("DONE AWAITING", frozen.reversal(red));
        assertTrue(plain.stream().map(frozen::standing).anyMatch("QUEUED"::equals));
    }

    @Test
    void two_red_bills_of_one_bill_in_one_batch_are_told_apart() throws Exception {
        Opening bill = channel.anchoredBill(10_000);
        channel.settle(channel.hold(bill, "basic", "C1", 4_000));
        List<Opening> reds =
                List.of(channel.issuer().redBill(bill), channel.issuer().redBill(bill));
        frozen.freeze(channel.issuer(), reds);
        drain(submitter(LEASE));
        assertEquals(1, frozen.count("SELECT count(*) FROM outbox WHERE outcome = 'REVERSED'"));
        assertEquals(1, frozen.count("SELECT count(*) FROM outbox WHERE outcome = 'NOT_COUNTED'"));
    }

    @Test
    void a_batch_under_a_wrong_seal_is_refused_and_holds_up_nobody() {
        Batch forged = channel.issuer().sealedBatch(2);
        Batch sealed = channel.issuer().sealedBatch(2);
        UUID wrong = frozen.freeze(forged, sealed.header().seal(channel.issuer().key()));
        UUID right = frozen.freeze(channel.issuer(), sealed);
        drain(submitter(LEASE));
        assertEquals("REFUSED BAD_SEAL", frozen.standing(wrong));
        assertEquals("DONE ANCHORED", frozen.standing(right));
    }

    @Test
    void a_batch_whose_key_was_revoked_after_it_came_in_is_refused_and_the_bureau_is_told()
            throws Exception {
        TestIssuer issuer = channel.issuer();
        UUID batch = frozen.freeze(issuer, List.of(issuer.redBill(issuer.bill(100))));
        UUID another = frozen.freeze(issuer, issuer.sealedBatch(2));
        channel.revokeKey();
        drain(submitter(LEASE));
        assertEquals("REFUSED REVOKED_KEY", frozen.standing(batch));
        assertEquals("REFUSED REVOKED_KEY", frozen.reversal(batch));
        assertEquals("REFUSED REVOKED_KEY", frozen.standing(another));
        Alarm alarm = onlyAlarm();
        assertEquals(AlarmKind.REVOKED_KEY, alarm.kind());
        assertEquals(Subject.issuer(issuer.number(), "key/1"), alarm.subject());
        assertEquals(2, alarm.times(), "one alarm, however many batches");
    }

    @Test
    void a_paper_off_a_series_that_was_opened_after_it_came_in_is_refused_and_told()
            throws Exception {
        TestIssuer issuer = channel.issuer();
        Opening bill = channel.anchoredBill(10_000);
        Opening paper = issuer.paper(bill);
        UUID batch = frozen.freeze(issuer, List.of(paper));
        BillId id = paper.core().id();
        String beside = id.number().equals("0000000001") ? "0000000002" : "0000000001";
        channel.openSeries(id.code(), beside, beside);
        drain(submitter(LEASE));
        assertEquals("DONE ANCHORED", frozen.standing(batch));
        assertEquals("REFUSED OFF_SERIES", frozen.exchange(batch));
        Alarm alarm = onlyAlarm();
        assertEquals(AlarmKind.OFF_SERIES, alarm.kind());
        assertEquals(Subject.issuer(issuer.number(), "series/" + id.code()), alarm.subject());
        assertEquals(Optional.of(id.toString()), alarm.facts().find(Fact.BILL_NUMBER));
    }

    @Test
    void a_refusal_that_the_hospital_itself_can_mend_raises_no_alarm() {
        Batch forged = channel.issuer().sealedBatch(2);
        frozen.freeze(
                forged, channel.issuer().sealedBatch(2).header().seal(channel.issuer().key()));
        drain(submitter(LEASE));
        assertEquals(List.of(), alarms().list(AlarmFilter.all()));
    }

    @Test
    void the_red_bills_of_a_refused_batch_are_refused_with_it() {
        TestIssuer issuer = channel.issuer();
        UUID batch = frozen.freeze(issuer, List.of(issuer.redBill(issuer.bill(100))));
        database.with(handle -> handle.execute("UPDATE batch SET seal = ?", new byte[64]));
        drain(submitter(LEASE));
        assertEquals("REFUSED BAD_SEAL", frozen.standing(batch));
        assertEquals("REFUSED BAD_SEAL", frozen.reversal(batch));
    }

    @Test
    void a_batch_of_an_issuer_not_yet_enrolled_waits_for_the_administrators() {
        TestIssuer stranger = new TestIssuer();
        UUID batch = frozen.freeze(stranger, stranger.sealedBatch(2));
        assertTrue(submitter(LEASE).step());
        assertEquals("QUEUED", frozen.standing(batch));
        assertTrue(
                String.valueOf(frozen.entry(batch).get("message")).startsWith("UNKNOWN_ISSUER: "));
    }

    @Test
    void while_the_ledger_is_away_entries_wait_as_they_are() {
        UUID batch = frozen.freeze(channel.issuer(), channel.issuer().sealedBatch(2));
        troubled.beforeEndorsing(() -> {
            throw TroubledLedger.down();
        });
        Submitter submitter = submitter(LEASE);
        assertThrows(LedgerUnavailable.class, submitter::step);
        assertEquals("QUEUED", frozen.standing(batch));
        assertEquals(0, frozen.entry(batch).get("tries"));
    }

    @Test
    void those_who_lost_a_race_together_travel_alone_afterwards() {
        UUID one = frozen.freeze(channel.issuer(), channel.issuer().sealedBatch(2));
        UUID two = frozen.freeze(channel.issuer(), channel.issuer().sealedBatch(2));
        troubled.beforeSubmitting(this::renewRules);
        Submitter submitter = submitter(LEASE);
        assertTrue(submitter.step());
        assertEquals("QUEUED", frozen.standing(one));
        drain(submitter);
        assertEquals("DONE ANCHORED", frozen.standing(one));
        assertEquals("DONE ANCHORED", frozen.standing(two));
        assertNotEquals(
                frozen.entry(one).get("transaction_id"), frozen.entry(two).get("transaction_id"));
    }

    @Test
    void an_envelope_that_was_stored_and_never_submitted_is_submitted_by_the_next()
            throws Exception {
        UUID batch = frozen.freeze(channel.issuer(), channel.issuer().sealedBatch(2));
        troubled.beforeSubmitting(() -> {
            throw TroubledLedger.down();
        });
        assertThrows(LedgerUnavailable.class, submitter(NO_LEASE)::step);
        assertEquals("ENDORSED", frozen.standing(batch));
        drain(submitter(LEASE));
        assertEquals("DONE ANCHORED", frozen.standing(batch));
        assertEquals(1, timesAnchored().get(rootOf(batch)));
    }

    @Test
    void a_commit_nobody_saw_is_learned_by_submitting_the_same_envelope() throws Exception {
        UUID batch = frozen.freeze(channel.issuer(), channel.issuer().sealedBatch(2));
        troubled.afterSubmitting(() -> {
            throw TroubledLedger.down();
        });
        assertThrows(LedgerUnavailable.class, submitter(NO_LEASE)::step);
        long block = ledger.height() - 1;
        drain(submitter(LEASE));
        assertEquals("DONE ANCHORED", frozen.standing(batch));
        assertEquals(block, frozen.entry(batch).get("block"));
        assertEquals(1, timesAnchored().get(rootOf(batch)));
    }

    @Test
    void an_envelope_whose_entries_another_gateway_took_over_is_not_submitted() throws Exception {
        UUID batch = frozen.freeze(channel.issuer(), channel.issuer().sealedBatch(2));
        // Its lease has run out while it was endorsing, and the other is quicker.
        troubled.beforeEndorsing(() -> assertTrue(submitter(NO_LEASE).step()));
        assertTrue(submitter(NO_LEASE).step());
        assertEquals("DONE ANCHORED", frozen.standing(batch));
        assertEquals(1, timesAnchored().get(rootOf(batch)));
        assertFalse(submitter(LEASE).step());
    }

    @Test
    void two_gateways_drain_one_outbox_and_anchor_each_batch_once() throws Exception {
        List<UUID> batches = new ArrayList<>();
        try (Submitter one = submitter(LEASE);
                Submitter two = submitter(LEASE)) {
            one.start(3);
            two.start(3);
            for (int i = 0; i < 40; i++) {
                batches.add(frozen.freeze(channel.issuer(), channel.issuer().sealedBatch(1 + i)));
            }
            awaitDrained();
        }
        Map<String, Integer> times = timesAnchored();
        for (UUID batch : batches) {
            assertEquals("DONE ANCHORED", frozen.standing(batch));
            assertEquals(1, times.get(rootOf(batch)));
        }
    }

    private Alarms alarms() {
        return new Alarms(database, Clock.systemUTC());
    }

    private Alarm onlyAlarm() {
        List<Alarm> all = alarms().list(AlarmFilter.all());
        assertEquals(1, all.size(), all.toString());
        return all.getFirst();
    }

    private Submitter submitter(Duration lease) {
        return new Submitter(database, troubled, outbox, alarms(), lease);
    }

    /** Steps until all is finished; pauses of chance are waited for. */
    private void drain(Submitter submitter) {
        while (frozen.unfinished() > 0) {
            if (!submitter.step()) {
                Thread.onSpinWait();
            }
        }
    }

    private void awaitDrained() throws InterruptedException {
        while (frozen.unfinished() > 0) {
            outbox.await(Duration.ofMillis(20));
        }
    }

    private void renewRules() {
        try {
            channel.suspendAndEnrolAgain("commercial");
        } catch (Refused e) {
            throw new AssertionError(e);
        }
    }

    private String rootOf(UUID batch) {
        return database.with(handle ->
                handle.createQuery("SELECT encode(root, 'hex') FROM batch WHERE id = :id")
                        .bind("id", batch)
                        .mapTo(String.class)
                        .one());
    }

    /** How often each root was written by a valid transaction. */
    private Map<String, Integer> timesAnchored() throws InterruptedException {
        Map<String, Integer> times = new HashMap<>();
        try (BlockStream blocks = ledger.blocks(0)) {
            for (long number = 0; number < ledger.height(); number++) {
                for (LedgerTransaction transaction :
                        blocks.next(LEASE).orElseThrow().transactions()) {
                    if (transaction.isValid()) {
                        transaction.writes().keySet().stream()
                                .filter(key -> key.startsWith("batch/"))
                                .map(key -> key.substring(key.lastIndexOf('/') + 1))
                                .forEach(root -> times.merge(root, 1, Integer::sum));
                    }
                }
            }
        }
        return times;
    }
}
