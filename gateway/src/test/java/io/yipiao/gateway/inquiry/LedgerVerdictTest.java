package io.yipiao.gateway.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.TestIssuer;
import io.yipiao.gateway.projection.ProjectedShare;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.seal.BillSeal;
import io.yipiao.verifier.verdict.OfflineCheck;
import io.yipiao.verifier.verdict.Remark;
import io.yipiao.verifier.verdict.Verdict;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Every verdict that the ledger decides, from the ledger itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerVerdictTest {
    private InquiryWorld world;

    @BeforeAll
    void open(@TempDir Path folder) {
        world = new InquiryWorld(folder);
    }

    @AfterEach
    void reach() {
        world.ledger.cut(false);
        world.ledger.ahead(0);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void a_bill_goes_from_unregistered_to_open_to_held_to_partly_to_full() {
        StoredBill bill = world.uploaded(world.bill());
        long claimable = bill.bill().claimable().value();
        assertEquals(VerdictKind.UNREGISTERED, kind(bill));
        world.drain();
        assertEquals(VerdictKind.OPEN, kind(bill));
        world.hold(bill, "basic", "c1", 100_000);
        assertEquals(VerdictKind.HELD, kind(bill));
        world.stamp(bill, "serious", "c2", 50_000);
        assertEquals(VerdictKind.HELD, kind(bill));
        assertEquals(List.of(VerdictKind.PARTLY), verdict(bill).also());
        StoredBill other = world.anchored(world.bill());
        world.stamp(other, "basic", "c3", 183_070);
        assertEquals(VerdictKind.PARTLY, kind(other));
        world.stamp(other, "commercial", "c4", claimable - 183_070);
        assertEquals(VerdictKind.FULL, kind(other));
    }

    @Test
    void a_bill_that_another_gateway_anchored_and_stamped_is_known_by_the_ledger() throws Refused {
        TestIssuer hospital = world.channel.issuer();
        Opening opening = world.channel.anchoredBill(5_000);
        world.channel.settle(world.channel.holdAndStamp(opening, "basic", "elsewhere", 2_000));
        world.drain();
        QrPayload payload =
                new QrPayload(1, opening, BillSeal.make(hospital.key(), opening.fingerprint()));
        String text = new QrText(Optional.empty(), payload).text();
        Verdict verdict = world.inquiry().ofText(text, new Reader.Stranger()).verdict();
        assertEquals(VerdictKind.PARTLY, verdict.kind());
    }

    @Test
    void a_bill_that_was_settled_at_the_counter_is_full() {
        Bill bill = world.bill();
        Payments fund = new Payments(bill.total(), Fen.ZERO, Fen.ZERO, Fen.ZERO);
        assertEquals(VerdictKind.FULL, kind(world.anchored(Bills.paid(bill, fund))));
    }

    @Test
    void a_red_bill_reverses_its_original_before_and_after_it_is_opened() {
        StoredBill untouched = world.anchored(world.bill());
        StoredBill stamped = world.anchored(world.bill());
        world.stamp(stamped, "basic", "r1", 183_070);
        for (StoredBill original : List.of(untouched, stamped)) {
            StoredBill red = world.anchored(Bills.red(original.bill(), InquiryWorld.number()));
            assertEquals(VerdictKind.REVERSED, kind(original));
            assertEquals(VerdictKind.REVERSED, kind(red), "a red bill claims nothing either");
        }
    }

    @Test
    void a_red_bill_that_comes_first_reverses_what_comes_later() {
        Bill original = world.bill();
        world.anchored(Bills.red(original, InquiryWorld.number()));
        assertEquals(VerdictKind.REVERSED, kind(world.anchored(original)));
    }

    @Test
    void two_contents_under_one_number_are_a_conflict_before_and_after_one_is_opened() {
        Bill first = world.bill();
        StoredBill one = world.anchored(first);
        StoredBill two = world.anchored(dearer(first));
        assertEquals(VerdictKind.CONFLICT, kind(one));
        assertEquals(VerdictKind.CONFLICT, kind(two));

        Bill opened = world.bill();
        StoredBill mine = world.anchored(opened);
        world.hold(mine, "basic", "k1", 100);
        StoredBill other = world.uploaded(dearer(opened));
        assertEquals(VerdictKind.CONFLICT, kind(other), "the ledger opened another content");
        world.drain();
        assertEquals(VerdictKind.CONFLICT, kind(mine));
    }

    @Test
    void a_reissued_and_an_exchanged_bill_say_so() {
        Bill original = world.bill();
        world.anchored(Bills.red(original, InquiryWorld.number()));
        StoredBill reissued = world.anchored(Bills.replacing(original, InquiryWorld.number()));
        assertEquals(VerdictKind.PART_REVERSED, kind(reissued));
        assertEquals(List.of(VerdictKind.OPEN), verdict(reissued).also());
    }

    @Test
    void a_bill_and_its_papers_are_one_whichever_is_claimed() {
        StoredBill bill = world.anchored(world.bill());
        StoredBill first = world.anchored(paperOf(bill));
        StoredBill second = world.anchored(paperOf(first));
        for (StoredBill one : List.of(bill, first, second)) {
            assertEquals(VerdictKind.EXCHANGED, kind(one));
            assertEquals(List.of(VerdictKind.OPEN), verdict(one).also());
        }
        world.hold(bill, "basic", "x1", 100_000);
        world.hold(second, "serious", "x2", 10_000);
        for (StoredBill one : List.of(bill, first, second)) {
            Answer answer = world.inquiry().ofText(world.qr(one), new Reader.Official());
            assertEquals(VerdictKind.HELD, answer.verdict().kind());
            assertEquals(List.of(VerdictKind.EXCHANGED), answer.verdict().also());
            assertEquals(
                    List.of("x1", "x2"),
                    answer.shares().stream().map(ProjectedShare::claim).toList());
        }
        world.collected(first);
        world.collected(second);
        world.anchored(Bills.red(first.bill(), InquiryWorld.number()));
        assertEquals(VerdictKind.REVERSED, kind(bill));
        assertEquals(VerdictKind.REVERSED, kind(second));
    }

    @Test
    void a_paper_shows_its_bills_claims_before_its_exchange_is_on_the_ledger() {
        StoredBill bill = world.anchored(world.bill());
        world.stamp(bill, "basic", "y1", 100_000);
        StoredBill paper = world.uploaded(paperOf(bill));
        assertEquals(VerdictKind.UNREGISTERED, kind(paper));
        Answer answer = world.inquiry().ofText(world.qr(paper), new Reader.Official());
        assertEquals(1, answer.shares().size());
        world.drain();
        assertEquals(VerdictKind.PARTLY, kind(paper));
    }

    @Test
    void a_paper_of_other_amounts_is_a_conflict_of_its_bill() {
        StoredBill bill = world.anchored(world.bill());
        world.hold(bill, "basic", "z1", 100);
        StoredBill paper = world.anchored(dearer(paperOf(bill)));
        assertEquals(VerdictKind.CONFLICT, kind(paper));
        assertEquals(VerdictKind.CONFLICT, kind(bill));
    }

    private Bill paperOf(StoredBill bill) {
        return world.paper(Optional.of(new Relation(Relation.Kind.EXCHANGES, bill.bill().id())));
    }

    @Test
    void a_sealed_bill_that_nobody_uploaded_is_unregistered() {
        TestIssuer hospital = world.channel.issuer();
        Opening opening = hospital.bill(5_000);
        QrPayload payload =
                new QrPayload(1, opening, BillSeal.make(hospital.key(), opening.fingerprint()));
        String text = new QrText(Optional.empty(), payload).text();
        Verdict verdict = world.inquiry().ofText(text, new Reader.Stranger()).verdict();
        assertEquals(VerdictKind.UNREGISTERED, verdict.kind());
    }

    @Test
    void a_ledger_that_cannot_be_asked_never_looks_like_not_claimed() {
        StoredBill untouched = world.anchored(world.bill());
        StoredBill held = world.anchored(world.bill());
        world.hold(held, "basic", "n1", 100_000);
        StoredBill reversed = world.anchored(world.bill());
        world.anchored(Bills.red(reversed.bill(), InquiryWorld.number()));
        Runnable[] troubles = {() -> world.ledger.cut(true), () -> world.ledger.ahead(1_000)};
        for (Runnable trouble : troubles) {
            reach();
            trouble.run();
            for (StoredBill bill : List.of(untouched, held)) {
                Verdict verdict = verdict(bill);
                assertEquals(VerdictKind.NO_LEDGER, verdict.kind());
                assertFalse(verdict.also().contains(VerdictKind.OPEN));
                assertFalse(codes(verdict).contains(Remark.Code.UNCLAIMED));
            }
            assertEquals(VerdictKind.REVERSED, kind(reversed), "that never becomes untrue");
        }
        reach();
        assertEquals(VerdictKind.OPEN, kind(untouched));
    }

    @Test
    void a_bill_uploaded_while_the_ledger_was_out_of_reach_is_not_called_unclaimed() {
        world.ledger.cut(true);
        StoredBill bill = world.uploaded(world.bill());
        assertTrue(bill.index().isEmpty());
        assertEquals(VerdictKind.NO_LEDGER, kind(bill));
        world.ledger.cut(false);
        assertEquals(VerdictKind.UNREGISTERED, kind(bill));
        world.drain();
        assertEquals(VerdictKind.OPEN, kind(bill));
    }

    @Test
    void a_revoked_key_spoils_what_was_not_anchored_before(@TempDir Path folder) {
        try (InquiryWorld hospital = new InquiryWorld(folder)) {
            StoredBill anchored = hospital.anchored(hospital.bill());
            StoredBill late = hospital.uploaded(hospital.bill());
            hospital.revokeKey();
            Verdict good = verdict(hospital, anchored);
            assertEquals(VerdictKind.OPEN, good.kind());
            assertTrue(codes(good).contains(Remark.Code.ANCHORED));
            assertEquals(VerdictKind.REVOKED, verdict(hospital, late).kind());
            hospital.drain();
            assertEquals(VerdictKind.REVOKED, verdict(hospital, late).kind());
        }
    }

    @Test
    void a_suspended_key_sends_what_was_not_anchored_before_to_a_person(@TempDir Path folder) {
        try (InquiryWorld hospital = new InquiryWorld(folder)) {
            StoredBill anchored = hospital.anchored(hospital.bill());
            StoredBill late = hospital.uploaded(hospital.bill());
            assertFalse(isSuspect(verdict(hospital, late)));
            hospital.suspendKey();
            assertEquals(VerdictKind.OPEN, verdict(hospital, anchored).kind());
            assertFalse(isSuspect(verdict(hospital, anchored)));
            assertEquals(VerdictKind.UNREGISTERED, verdict(hospital, late).kind());
            assertTrue(isSuspect(verdict(hospital, late)));
            assertTrue(isSuspect(offline(hospital, anchored)), "offline nobody knows of anchors");
            hospital.resumeKey();
            assertFalse(isSuspect(verdict(hospital, late)));
            assertFalse(isSuspect(offline(hospital, anchored)));
        }
    }

    private static boolean isSuspect(Verdict verdict) {
        return verdict.notices().stream().anyMatch(n -> n.code() == Remark.Code.SUSPECT_KEY);
    }

    private static Verdict offline(InquiryWorld world, StoredBill bill) {
        return OfflineCheck.check(
                world.qr(bill), world.lists().current(), InquiryWorld.CLOCK.instant());
    }

    /** The same number with other amounts at the counter. */
    private static Bill dearer(Bill bill) {
        Fen half = new Fen(bill.total().value() / 2);
        return Bills.paid(bill, new Payments(half, Fen.ZERO, Fen.ZERO, bill.total().minus(half)));
    }

    private VerdictKind kind(StoredBill bill) {
        return verdict(bill).kind();
    }

    private Verdict verdict(StoredBill bill) {
        return verdict(world, bill);
    }

    private static Verdict verdict(InquiryWorld world, StoredBill bill) {
        return world.inquiry().ofText(world.qr(bill), new Reader.Stranger()).verdict();
    }

    private static List<Remark.Code> codes(Verdict verdict) {
        return verdict.reasons().stream().map(Remark::code).toList();
    }
}
