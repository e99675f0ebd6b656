package io.yipiao.verifier.verdict;

import static io.yipiao.verifier.verdict.VerdictKind.CONFLICT;
import static io.yipiao.verifier.verdict.VerdictKind.ELSEWHERE;
import static io.yipiao.verifier.verdict.VerdictKind.EXCHANGED;
import static io.yipiao.verifier.verdict.VerdictKind.FULL;
import static io.yipiao.verifier.verdict.VerdictKind.HELD;
import static io.yipiao.verifier.verdict.VerdictKind.NO_LEDGER;
import static io.yipiao.verifier.verdict.VerdictKind.OPEN;
import static io.yipiao.verifier.verdict.VerdictKind.PARTLY;
import static io.yipiao.verifier.verdict.VerdictKind.PART_REVERSED;
import static io.yipiao.verifier.verdict.VerdictKind.REVERSED;
import static io.yipiao.verifier.verdict.VerdictKind.REVOKED;
import static io.yipiao.verifier.verdict.VerdictKind.UNREGISTERED;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fees.ProofException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.receipt.BillState;
import io.yipiao.verifier.receipt.ProvedBatch;
import io.yipiao.verifier.receipt.ProvedBill;
import io.yipiao.verifier.receipt.ProvedFact;
import io.yipiao.verifier.seal.TrustList;
import io.yipiao.verifier.verdict.Remark.Code;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class OnlineCheckTest {
    private static final Bill SAMPLE = Bills.sample();
    private static final Instant ANCHORED = Instant.parse("2026-09-13T03:00:00Z");
    private static final Instant BEFORE_INCIDENT = Instant.parse("2026-09-09T23:59:59Z");
    private static final LedgerFacts UNTOUCHED = shares(335_430, 0, 0);
    private static final Face.Foreign FOREIGN =
            new Face.Foreign(
                    Face.Source.VAT,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    @Test
    void opens_an_anchored_bill_that_nobody_claimed() {
        assertKinds(SAMPLE, UNTOUCHED, OPEN);
    }

    @Test
    void does_not_take_a_bill_for_unclaimed_that_is_not_anchored_or_could_not_be_asked_for() {
        assertKinds(SAMPLE, LedgerFacts.NOT_ANCHORED, UNREGISTERED);
        assertKinds(SAMPLE, LedgerFacts.UNREACHABLE, NO_LEDGER);
    }

    @Test
    void weighs_shares() {
        assertKinds(SAMPLE, shares(335_430, 100, 0), PARTLY);
        assertKinds(SAMPLE, shares(335_430, 100, 100), HELD);
        assertKinds(SAMPLE, shares(335_430, 200, 100), HELD, PARTLY);
        assertKinds(SAMPLE, shares(335_430, 335_430, 0), FULL);
        assertKinds(SAMPLE, shares(335_430, 335_430, 1), HELD, PARTLY);
    }

    @Test
    void says_in_progress_of_a_bill_that_is_held_whole_since_a_hold_may_be_released() {
        assertKinds(SAMPLE, shares(335_430, 335_430, 335_430), HELD);
    }

    @Test
    void calls_a_bill_full_of_which_the_counter_left_nothing_to_claim() {
        assertKinds(SAMPLE, shares(0, 0, 0), FULL);
        Verdict verdict = online(SAMPLE, shares(0, 0, 0));
        assertEquals(Code.NOTHING_CLAIMABLE, verdict.reasons().getFirst().code());
    }

    @Test
    void puts_conflict_before_reversal_before_everything_else() {
        LedgerFacts all = facts(true, true, true, true, 335_430, 200, 100);
        assertKinds(SAMPLE, all, CONFLICT, REVERSED, EXCHANGED);
        assertKinds(
                SAMPLE,
                facts(true, true, false, true, 335_430, 200, 100),
                CONFLICT,
                HELD,
                PARTLY,
                EXCHANGED);
        assertKinds(SAMPLE, facts(true, false, true, false, 0, 0, 0), REVERSED);
    }

    @Test
    void says_what_can_never_become_untrue_though_the_ledger_is_out_of_reach() {
        assertKinds(SAMPLE, facts(false, true, false, true, 335_430, 200, 0), CONFLICT, NO_LEDGER);
        assertKinds(SAMPLE, facts(false, false, true, false, 335_430, 9, 0), REVERSED, NO_LEDGER);
        assertKinds(SAMPLE, facts(false, false, false, false, 335_430, 335_430, 0), NO_LEDGER);
    }

    @Test
    void tells_a_bill_reissued_after_a_refund_and_one_exchanged_for_paper() {
        Bill reissued = Bills.replacing(SAMPLE, 2);
        assertKinds(reissued, UNTOUCHED, PART_REVERSED, OPEN);
        assertKinds(reissued, shares(335_430, 1, 0), PARTLY, PART_REVERSED);
        assertKinds(SAMPLE, facts(true, false, false, true, 335_430, 0, 0), EXCHANGED, OPEN);
    }

    @Test
    void calls_a_red_bill_itself_reversed_and_says_so_once() {
        Bill red = Bills.red(SAMPLE, 9);
        assertKinds(red, UNTOUCHED, REVERSED);
        Verdict verdict = online(red, UNTOUCHED);
        assertEquals(Code.IS_RED_BILL, verdict.reasons().getFirst().code());
        assertEquals(List.of(), verdict.notices());
        assertKinds(red, LedgerFacts.NOT_ANCHORED, REVERSED, UNREGISTERED);
    }

    @Test
    void keeps_what_the_code_alone_disproved() {
        Verdict altered =
                new Verdict.Unproven(
                        VerdictKind.ALTERED,
                        List.of(Remarks.SEAL_FAILS),
                        List.of(),
                        Optional.empty());
        assertSame(altered, OnlineCheck.check(altered, UNTOUCHED));
    }

    @Test
    void lets_an_anchor_overrule_a_revocation_and_nothing_else() {
        TrustList list = Hospital.listAfterRevocation();
        Verdict offline = OfflineCheck.check(Hospital.code(SAMPLE), list, Hospital.NOW);
        assertEquals(REVOKED, OnlineCheck.check(offline, LedgerFacts.NOT_ANCHORED).kind());
        assertEquals(REVOKED, OnlineCheck.check(offline, LedgerFacts.UNREACHABLE).kind());
        Verdict online = OnlineCheck.check(offline, UNTOUCHED);
        assertEquals(OPEN, online.kind());
        assertEquals(
                List.of(Code.UNCLAIMED, Code.ANCHORED),
                online.reasons().stream().map(Remark::code).toList());
    }

    @Test
    void lets_a_receipt_of_the_bill_or_of_its_batch_overrule_a_revocation() throws Exception {
        Fingerprint fingerprint = Hospital.salted(SAMPLE).fingerprint();
        assertEquals(NO_LEDGER, anchored(provedBill(fingerprint), Optional.empty()).kind());
        Batch batch = batch(fingerprint);
        assertEquals(NO_LEDGER, anchored(proved(batch), Optional.of(batch.prove(1))).kind());
    }

    @Test
    void takes_no_receipt_of_something_else() {
        Fingerprint other = Hospital.salted(Bills.outpatient()).fingerprint();
        Batch batch = batch(Hospital.salted(SAMPLE).fingerprint());
        assertNotAnchored(provedBill(other), Optional.empty());
        assertNotAnchored(proved(batch), Optional.empty());
        assertNotAnchored(proved(batch), Optional.of(batch.prove(0)));
        assertNotAnchored(proved(batch(other)), Optional.of(batch.prove(1)));
    }

    @Test
    void suspects_only_what_was_not_anchored_before_the_suspicion() {
        TrustList list = Hospital.listUnderSuspicion();
        Verdict offline = OfflineCheck.check(Hospital.code(SAMPLE), list, Hospital.NOW);
        assertEquals(1, OnlineCheck.check(offline, UNTOUCHED).notices().size());
        assertEquals(1, OnlineCheck.check(offline, LedgerFacts.NOT_ANCHORED).notices().size());
        LedgerFacts early =
                new LedgerFacts(
                        true,
                        Optional.of(BEFORE_INCIDENT),
                        false,
                        false,
                        false,
                        SAMPLE.claimable(),
                        Fen.ZERO,
                        Fen.ZERO);
        assertEquals(List.of(), OnlineCheck.check(offline, early).notices());
    }

    @Test
    void says_of_a_bill_from_elsewhere_what_became_of_it_here() {
        assertForeign(LedgerFacts.NOT_ANCHORED, ELSEWHERE);
        assertForeign(LedgerFacts.UNREACHABLE, ELSEWHERE);
        assertForeign(shares(1000, 400, 0), ELSEWHERE, PARTLY);
        assertForeign(shares(1000, 1000, 0), FULL, ELSEWHERE);
        assertForeign(shares(1000, 1000, 200), HELD, ELSEWHERE, PARTLY);
        Verdict full = OnlineCheck.elsewhere(FOREIGN, shares(1000, 1000, 0));
        assertEquals("这张票，已报满，不能再报", full.sentence().chinese());
        assertEquals("This bill: fully claimed", full.sentence().english());
    }

    @Test
    void never_says_which_typed_element_differs() {
        Verdict verdict = OnlineCheck.noMatch();
        assertEquals(VerdictKind.UNKNOWN, verdict.kind());
        assertEquals(Code.NO_MATCH, verdict.reasons().getFirst().code());
    }

    @Test
    void refuses_more_held_than_occupied() {
        assertThrows(IllegalArgumentException.class, () -> shares(100, 1, 2));
    }

    private static void assertNotAnchored(ProvedFact receipt, Optional<InclusionProof> proof) {
        assertThrows(ProofException.class, () -> anchored(receipt, proof));
    }

    private static Verdict anchored(ProvedFact receipt, Optional<InclusionProof> proof)
            throws ProofException {
        TrustList list = Hospital.listAfterRevocation();
        Verdict offline = OfflineCheck.check(Hospital.code(SAMPLE), list, Hospital.NOW);
        return OnlineCheck.anchored(
                assertInstanceOf(Verdict.Revoked.class, offline),
                Hospital.salted(SAMPLE).fingerprint(),
                receipt,
                proof);
    }

    private static Batch batch(Fingerprint second) {
        Fingerprint first = Hospital.salted(Bills.numbered(7)).fingerprint();
        return new Batch(1, List.of(first, second));
    }

    private static ProvedBatch proved(Batch batch) {
        return new ProvedBatch(1, batch.header().root(), batch.leaves().size(), 1);
    }

    private static ProvedBill provedBill(Fingerprint fingerprint) {
        return new ProvedBill(
                new BillIndex(new Sm3("index").digest()),
                BillState.OPEN,
                Optional.empty(),
                Optional.of(fingerprint),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static void assertKinds(Bill bill, LedgerFacts ledger, VerdictKind... expected) {
        assertKinds(online(bill, ledger), expected);
    }

    private static void assertForeign(LedgerFacts ledger, VerdictKind... expected) {
        assertKinds(OnlineCheck.elsewhere(FOREIGN, ledger), expected);
    }

    private static void assertKinds(Verdict verdict, VerdictKind... expected) {
        List<VerdictKind> all = List.of(expected);
        assertEquals(all.getFirst(), verdict.kind());
        assertEquals(all.subList(1, all.size()), verdict.also());
    }

    private static Verdict online(Bill bill, LedgerFacts ledger) {
        Verdict offline = OfflineCheck.check(Hospital.code(bill), Hospital.list(), Hospital.NOW);
        return OnlineCheck.check(offline, ledger);
    }

    private static LedgerFacts shares(long claimable, long occupied, long held) {
        return facts(true, false, false, false, claimable, occupied, held);
    }

    private static LedgerFacts facts(
            boolean isReachable,
            boolean isConflict,
            boolean isReversed,
            boolean isExchanged,
            long claimable,
            long occupied,
            long held) {
        return new LedgerFacts(
                isReachable,
                Optional.of(ANCHORED),
                isConflict,
                isReversed,
                isExchanged,
                new Fen(claimable),
                new Fen(occupied),
                new Fen(held));
    }
}
