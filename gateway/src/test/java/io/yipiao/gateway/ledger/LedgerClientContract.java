package io.yipiao.gateway.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.OrganisationRoots;
import io.yipiao.verifier.receipt.ProvedBatch;
import io.yipiao.verifier.receipt.ProvedBill;
import io.yipiao.verifier.receipt.ProvedValue;
import io.yipiao.verifier.receipt.Receipt;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What every ledger promises. Tests share one ledger and name bills of their own. */
public abstract class LedgerClientContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CHANNEL = "bills";

    /** The ledger, the same for all tests of a class. */
    protected abstract LedgerClient ledger();

    /** The ledger with issuer and payers enrolled, the same for all tests of a class. */
    protected abstract TestChannel channel();

    @Test
    public void a_query_answers_and_leaves_no_trace() throws Refused {
        long height = ledger().height();
        byte[] answer = ledger().evaluate(status(Digest.of(new byte[32])));
        assertEquals("[null]", new String(answer, UTF_8));
        assertEquals(height, ledger().height());
    }

    @Test
    public void a_refusal_says_its_code_and_a_sentence() {
        Call call = channel().issuer().anchor(List.of(channel().issuer().sealedBatch(2)));
        Call asAdmin = new Call(Caller.ADMIN, call.arguments(), call.secrets(), call.endorsers());
        Refused refusal = assertThrows(Refused.class, () -> ledger().endorse(asAdmin));
        assertEquals(RefusalCode.FORBIDDEN, refusal.code());
        assertTrue(refusal.sentence().contains(" "), refusal.sentence());
    }

    @Test
    public void a_query_can_be_refused_too() {
        Call call = Call.of(Caller.INTAKE, "status").with("[\"00\"]");
        Refused refusal = assertThrows(Refused.class, () -> ledger().evaluate(call));
        assertEquals(RefusalCode.BAD_REQUEST, refusal.code());
    }

    @Test
    public void a_caller_without_an_identity_is_turned_away_before_the_ledger() {
        Call call = Call.of(new Caller(Organisation.FINANCE, "intake"), "status").with("[]");
        assertThrows(IllegalArgumentException.class, () -> ledger().evaluate(call));
        assertThrows(IllegalArgumentException.class, () -> ledger().endorse(call));
    }

    @Test
    public void what_is_endorsed_and_not_submitted_did_not_happen() throws Exception {
        Batch batch = channel().issuer().sealedBatch(3);
        Endorsed endorsed = ledger().endorse(channel().issuer().anchor(List.of(batch)));
        assertEquals("ANCHORED", TestChannel.first(endorsed.answer(), "outcome"));
        Refused refusal = assertThrows(Refused.class, () -> ledger().evaluate(prove(batch)));
        assertEquals(RefusalCode.UNKNOWN_BATCH, refusal.code());
    }

    @Test
    public void what_is_committed_is_seen() throws Exception {
        Batch batch = channel().issuer().sealedBatch(3);
        Endorsed endorsed = ledger().endorse(channel().issuer().anchor(List.of(batch)));
        Commit commit = ledger().submit(endorsed.envelope());
        assertInstanceOf(Commit.Committed.class, commit);
        assertEquals(endorsed.id(), commit.id());
        assertTrue(ledger().height() > commit.block());
        assertTrue(new String(ledger().prove(prove(batch)).answer(), UTF_8).contains("\"size\":3"));
    }

    @Test
    public void the_other_pair_of_organisations_endorses_as_well() throws Exception {
        Batch batch = channel().issuer().sealedBatch(1);
        Call call = channel().issuer().anchor(List.of(batch)).endorsedBy(Endorsers.WITH_FINANCE);
        assertInstanceOf(
                Commit.Committed.class, ledger().submit(ledger().endorse(call).envelope()));
    }

    @Test
    public void an_envelope_submitted_again_is_told_what_became_of_the_first() throws Exception {
        Batch batch = channel().issuer().sealedBatch(1);
        byte[] envelope = ledger().endorse(channel().issuer().anchor(List.of(batch))).envelope();
        Commit first = ledger().submit(envelope);
        assertInstanceOf(Commit.Committed.class, first);
        assertEquals(first, ledger().submit(envelope));
    }

    @Test
    public void of_two_that_read_the_same_one_loses_and_stays_a_loser() throws Exception {
        Opening bill = channel().anchoredBill(10_000);
        Endorsed one = ledger().endorse(channel().hold(bill, "basic", "C1", 4_000));
        Endorsed other = ledger().endorse(channel().hold(bill, "serious", "C2", 4_000));
        assertInstanceOf(Commit.Committed.class, ledger().submit(one.envelope()));
        Commit lost = ledger().submit(other.envelope());
        assertInstanceOf(Commit.Lost.class, lost);
        assertEquals(lost, ledger().submit(other.envelope()));
    }

    @Test
    public void a_loser_proposes_anew_and_every_envelope_is_stored_first() throws Exception {
        Opening bill = channel().anchoredBill(10_000);
        Call call = channel().hold(bill, "serious", "C2", 4_000);
        Endorsed stale = ledger().endorse(call);
        channel().settle(channel().hold(bill, "basic", "C1", 4_000));
        List<TransactionId> stored = new ArrayList<>();
        Settled settled =
                new Proposals(ledger())
                        .settle(call, Optional.of(stale), endorsed -> stored.add(endorsed.id()));
        assertEquals("HELD", TestChannel.first(settled.answer(), "outcome"));
        assertEquals(List.of(settled.id()), stored);
    }

    @Test
    public void a_stored_envelope_that_was_committed_is_not_proposed_again() throws Exception {
        Opening bill = channel().anchoredBill(10_000);
        Call call = channel().hold(bill, "basic", "C1", 4_000);
        Endorsed endorsed = ledger().endorse(call);
        Commit commit = ledger().submit(endorsed.envelope());
        Settled settled =
                new Proposals(ledger())
                        .settle(
                                call,
                                Optional.of(endorsed),
                                again -> {
                                    throw new AssertionError("proposed again");
                                });
        assertEquals(commit.block(), settled.block());
        assertArrayEquals(endorsed.answer(), settled.answer());
    }

    @Test
    public void of_many_claims_at_once_one_is_held_and_the_others_are_refused() throws Exception {
        Opening bill = channel().anchoredBill(10_000);
        List<Callable<Optional<RefusalCode>>> claims =
                IntStream.range(0, 20)
                        .<Callable<Optional<RefusalCode>>>mapToObj(
                                i -> () -> claim(channel().hold(bill, "basic", "C" + i, 100)))
                        .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Optional<RefusalCode>> outcomes = new ArrayList<>();
            for (Future<Optional<RefusalCode>> claim : threads.invokeAll(claims)) {
                outcomes.add(claim.get());
            }
            assertEquals(1, outcomes.stream().filter(Optional::isEmpty).count());
            assertEquals(
                    19,
                    outcomes.stream().filter(Optional.of(RefusalCode.OCCUPIED)::equals).count());
        }
    }

    @Test
    public void a_megabyte_of_leaves_goes_through_in_one_call() throws Exception {
        List<Batch> batches =
                List.of(
                        channel().issuer().sealedBatch(Batch.LARGEST - 200),
                        channel().issuer().sealedBatch(100));
        Settled settled = channel().settle(channel().issuer().anchor(batches));
        LedgerBlock block = block(settled.block());
        LedgerTransaction transaction = transaction(block, settled.id());
        assertEquals(2, transaction.writes().size());
    }

    @Test
    public void blocks_come_in_order_and_name_their_predecessors() throws Exception {
        channel().anchoredBill(100);
        long height = ledger().height();
        try (BlockStream blocks = ledger().blocks(0)) {
            String previous = "";
            for (long number = 0; number < height; number++) {
                LedgerBlock block = blocks.next(PATIENCE).orElseThrow();
                assertEquals(number, block.number());
                assertEquals(previous, block.previousHash());
                previous = block.hash();
            }
        }
    }

    @Test
    public void a_block_holds_winners_with_their_writes_and_losers_by_their_flag()
            throws Exception {
        Opening bill = channel().anchoredBill(10_000);
        Endorsed one = ledger().endorse(channel().hold(bill, "basic", "C1", 4_000));
        Endorsed other = ledger().endorse(channel().hold(bill, "serious", "C2", 4_000));
        Commit won = ledger().submit(one.envelope());
        Commit lost = ledger().submit(other.envelope());
        LedgerTransaction winner = transaction(block(won.block()), won.id());
        assertEquals(Validity.VALID, winner.validity());
        String key = "bill/" + TestChannel.first(one.answer(), "index");
        assertEquals(List.of(key), List.copyOf(winner.writes().keySet()));
        LedgerTransaction loser = transaction(block(lost.block()), lost.id());
        assertEquals(Validity.MVCC_READ_CONFLICT, loser.validity());
    }

    @Test
    public void a_stream_waits_for_the_block_to_come() throws Exception {
        long next = ledger().height();
        try (BlockStream blocks = ledger().blocks(next)) {
            assertEquals(Optional.empty(), blocks.next(Duration.ofMillis(50)));
            Settled settled =
                    channel()
                            .settle(
                                    channel()
                                            .issuer()
                                            .anchor(List.of(channel().issuer().sealedBatch(1))));
            LedgerBlock block = blocks.next(PATIENCE).orElseThrow();
            assertEquals(next, block.number());
            assertTrue(settled.block() >= next);
        }
    }

    @Test
    public void a_batchs_receipt_is_checked_without_the_ledger() throws Exception {
        Batch batch = channel().issuer().sealedBatch(3);
        Settled settled = channel().settle(channel().issuer().anchor(List.of(batch)));
        ProvedValue proved = checked(ledger().prove(prove(batch)).receipt());
        assertEquals(settled.block(), proved.block());
        ProvedBatch fact = assertInstanceOf(ProvedBatch.class, proved.fact());
        assertEquals(batch.header().root(), fact.root());
    }

    @Test
    public void a_shares_receipt_is_checked_without_the_ledger() throws Exception {
        Opening bill = channel().anchoredBill(10_000);
        Settled settled = channel().settle(channel().hold(bill, "basic", "C1", 4_000));
        String index = TestChannel.first(settled.answer(), "index");
        Call prove = Call.of(Caller.claims("basic"), "prove").with(index).with("basic").with("C1");
        ProvedValue proved = checked(ledger().prove(prove).receipt());
        assertEquals(settled.block(), proved.block());
        ProvedBill fact = assertInstanceOf(ProvedBill.class, proved.fact());
        assertEquals(4_000, fact.share().orElseThrow().fen().value());
    }

    @Test
    public void a_receipt_is_refused_for_what_is_not_there() {
        Refused refusal =
                assertThrows(
                        Refused.class,
                        () -> ledger().prove(prove(channel().issuer().sealedBatch(1))));
        assertEquals(RefusalCode.UNKNOWN_BATCH, refusal.code());
    }

    @Test
    public void a_red_bill_takes_its_original_back() throws Exception {
        Opening bill = channel().anchoredBill(10_000);
        channel().settle(channel().hold(bill, "basic", "C1", 4_000));
        Opening red = channel().issuer().redBill(bill);
        channel().anchor(List.of(red));
        Settled settled = channel().settle(channel().reverse(red));
        assertEquals("REVERSED", TestChannel.first(settled.answer(), "outcome"));
        Refused refusal =
                assertThrows(
                        Refused.class,
                        () -> channel().settle(channel().hold(bill, "serious", "C2", 1)));
        assertEquals(RefusalCode.REVERSED, refusal.code());
    }

    private Optional<RefusalCode> claim(Call call) throws RaceLost {
        for (int race = 0; ; race++) {
            try {
                new Proposals(ledger()).settle(call, endorsed -> {});
                return Optional.empty();
            } catch (Refused refusal) {
                return Optional.of(refusal.code());
            } catch (RaceLost e) {
                if (race == 5) {
                    throw e;
                }
            }
        }
    }

    private ProvedValue checked(byte[] receipt) throws Exception {
        return Receipt.parse(receipt).check(OrganisationRoots.parse(ledger().roots()), CHANNEL);
    }

    private LedgerBlock block(long number) throws InterruptedException {
        try (BlockStream blocks = ledger().blocks(number)) {
            return blocks.next(PATIENCE).orElseThrow();
        }
    }

    private static LedgerTransaction transaction(LedgerBlock block, TransactionId id) {
        return block.transactions().stream()
                .filter(transaction -> transaction.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Call prove(Batch batch) {
        return Call.of(Caller.INTAKE, "prove")
                .with(Integer.toString(batch.issuer()))
                .with(batch.header().root().hex());
    }

    private static Call status(Digest index) {
        return Call.of(Caller.INTAKE, "status").with(Json.texts(List.of(index.hex())));
    }
}
