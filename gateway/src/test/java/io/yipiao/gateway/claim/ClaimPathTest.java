package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimState.APPROVED;
import static io.yipiao.gateway.claim.ClaimState.CHECKING;
import static io.yipiao.gateway.claim.ClaimState.DUPLICATE;
import static io.yipiao.gateway.claim.ClaimState.FIRST_REVIEW;
import static io.yipiao.gateway.claim.ClaimState.HELD;
import static io.yipiao.gateway.claim.ClaimState.PROVED;
import static io.yipiao.gateway.claim.ClaimState.RECEIVED;
import static io.yipiao.gateway.claim.ClaimState.RECOVERING;
import static io.yipiao.gateway.claim.ClaimState.REFUSED;
import static io.yipiao.gateway.claim.ClaimState.RELEASING;
import static io.yipiao.gateway.claim.ClaimState.STAMPED;
import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.receipt.OrganisationRoots;
import io.yipiao.verifier.receipt.ProvedBill;
import io.yipiao.verifier.receipt.Receipt;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A claim's ways, from the tap to the receipt or to a no. */
class ClaimPathTest extends ClaimTest {

    @BeforeEach
    void hasAnAccount() {
        world.account(ZHANG, "张示范");
    }

    @Test
    void a_small_outpatient_bill_is_stamped_and_proved_at_once() throws Exception {
        UUID bill = world.anchored(outpatient());
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(PROVED, claim.state());
        assertTrue(claim.automatic());
        assertEquals(Optional.of(new Fen(11_621)), claim.fund());
        assertEquals(List.of(RECEIVED, APPROVED, STAMPED, PROVED), world.path(claim.number()));
        String receipt =
                world.desk.claims().receipt(claim.number(), Optional.empty()).orElseThrow();
        var proved =
                Receipt.parse(receipt.getBytes(StandardCharsets.UTF_8))
                        .check(OrganisationRoots.parse(ledger.roots()), "bills");
        ProvedBill fact = assertInstanceOf(ProvedBill.class, proved.fact());
        assertEquals(11_621, fact.share().orElseThrow().fen().value());
    }

    @Test
    void the_sample_bill_is_held_and_stamped_by_a_clerk() {
        UUID bill = world.anchored(sample());
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(FIRST_REVIEW, claim.state());
        assertEquals("HELD 1830.70", share(bill));
        assertEquals(List.of(RECEIVED, CHECKING, HELD, FIRST_REVIEW), world.path(claim.number()));

        Decided decided = decide(claim, Verdict.APPROVE, "");
        assertEquals(PROVED, assertInstanceOf(Decided.Done.class, decided).claim().state());
        assertEquals("STAMPED 1830.70", share(bill));
    }

    @Test
    void what_a_clerk_refuses_is_released() {
        UUID bill = world.anchored(sample());
        ClaimView claim = world.taken(ZHANG, bill);
        Decided decided = decide(claim, Verdict.REFUSE, "材料不符");
        ClaimView refused = assertInstanceOf(Decided.Done.class, decided).claim();
        assertEquals(REFUSED, refused.state());
        assertEquals(Optional.of(Reason.DECIDED), refused.reason());
        assertEquals("RELEASED 1830.70", share(bill));
        assertEquals(
                List.of(RECEIVED, CHECKING, HELD, FIRST_REVIEW, RELEASING, REFUSED),
                world.path(claim.number()));
    }

    @Test
    void a_second_claim_is_told_which_one_has_the_bill() {
        UUID bill = world.anchored(sample());
        ClaimView first = world.taken(ZHANG, bill);
        ClaimView second = world.taken(ZHANG, bill);
        assertEquals(DUPLICATE, second.state());
        assertEquals(Optional.of(Reason.CLAIMED), second.reason());
        assertEquals(Optional.of(first.number()), second.other());
        assertEquals(FIRST_REVIEW, world.desk.claims().view(first.number()).state());
    }

    @Test
    void a_released_bill_can_be_claimed_again() {
        UUID bill = world.anchored(sample());
        decide(world.taken(ZHANG, bill), Verdict.REFUSE, "材料不符");
        assertEquals(FIRST_REVIEW, world.taken(ZHANG, bill).state());
        assertEquals("HELD 1830.70", share(bill));
    }

    @Test
    void what_another_class_took_cuts_the_claim_to_what_is_left() throws Exception {
        UUID bill = world.anchored(outpatient());
        world.channel.settle(world.channel.hold(opening(bill), "commercial", "X1", 40_000));
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(FIRST_REVIEW, claim.state());
        assertEquals("74.65", claim.fund().orElseThrow().yuan());
        Decided.Done done =
                assertInstanceOf(Decided.Done.class, decide(claim, Verdict.APPROVE, ""));
        assertEquals(PROVED, done.claim().state());
    }

    @Test
    void a_bill_that_others_took_wholly_is_a_duplicate_without_a_number() throws Exception {
        UUID bill = world.anchored(outpatient());
        world.channel.settle(world.channel.hold(opening(bill), "commercial", "X1", 47_465));
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(DUPLICATE, claim.state());
        assertEquals(Optional.of(Reason.EXHAUSTED), claim.reason());
        assertEquals(Optional.empty(), claim.other());
    }

    @Test
    void a_bill_settled_at_the_counter_is_refused() {
        Payments payments = new Payments(new Fen(20_000), Fen.ZERO, Fen.ZERO, new Fen(27_465));
        UUID bill = world.anchored(Bills.paid(outpatient(), payments));
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(REFUSED, claim.state());
        assertEquals(Optional.of(Reason.SETTLED_AT_HOSPITAL), claim.reason());
        assertEquals(Optional.empty(), world.onLedger(bill));
    }

    @Test
    void a_claim_in_the_second_year_after_discharge_is_too_late() {
        UUID bill = world.anchored(sample());
        clock.pass(Duration.ofDays(500));
        assertEquals(Optional.of(Reason.TOO_LATE), world.taken(ZHANG, bill).reason());
    }

    @Test
    void a_red_bill_is_not_claimable_and_ends_claims_on_its_original() {
        Bill original = sample();
        UUID bill = world.anchored(original);
        ClaimView claim = world.taken(ZHANG, bill);
        UUID red = world.anchored(Bills.red(original, number()));
        assertEquals(Optional.of(Reason.REVERSED), world.taken(ZHANG, red).reason());

        world.reverse(red);
        Decided decided = decide(claim, Verdict.APPROVE, "");
        ClaimView ended = assertInstanceOf(Decided.Done.class, decided).claim();
        assertEquals(REFUSED, ended.state());
        assertEquals(Optional.of(Reason.REVERSED), ended.reason());
        assertEquals(Optional.of(Reason.REVERSED), world.taken(ZHANG, bill).reason());
    }

    @Test
    void a_held_share_that_a_red_bill_released_can_still_be_refused() {
        Bill original = sample();
        ClaimView claim = world.taken(ZHANG, world.anchored(original));
        world.reverse(world.anchored(Bills.red(original, number())));
        Decided decided = decide(claim, Verdict.REFUSE, "已退费");
        assertEquals(REFUSED, assertInstanceOf(Decided.Done.class, decided).claim().state());
    }

    @Test
    void a_bill_reversed_between_stamp_and_receipt_is_to_be_recovered() {
        Bill original = outpatient();
        UUID bill = world.anchored(original);
        ledger.unproved(true);
        ClaimView claim = world.taken(ZHANG, bill);
        assertEquals(STAMPED, claim.state());
        world.reverse(world.anchored(Bills.red(original, number())));
        ledger.unproved(false);
        recover();
        assertEquals(RECOVERING, world.desk.claims().view(claim.number()).state());
        assertTrue(world.desk.claims().receipt(claim.number(), Optional.empty()).isPresent());
    }

    @Test
    void a_second_content_of_a_bill_ends_claims_on_both() throws Exception {
        Bill one = sample();
        UUID first = world.anchored(one);
        UUID second =
                world.anchored(world.ours(Bills.renumbered(Bills.outpatient(), numberOf(one))));
        world.channel.settle(world.channel.hold(opening(first), "commercial", "X1", 100));
        ClaimView claim = world.taken(ZHANG, second);
        assertEquals(REFUSED, claim.state());
        assertEquals(Optional.of(Reason.CONFLICT), claim.reason());
        assertEquals(Optional.of(Reason.CONFLICT), world.taken(ZHANG, first).reason());
    }

    @Test
    void what_is_held_when_a_second_content_appears_is_given_back() throws Exception {
        Bill one = sample();
        UUID first = world.anchored(one);
        ClaimView claim = world.taken(ZHANG, first);
        UUID second =
                world.anchored(world.ours(Bills.renumbered(Bills.outpatient(), numberOf(one))));
        world.channel.settle(world.channel.hold(opening(second), "commercial", "X1", 100));
        Decided decided = decide(claim, Verdict.APPROVE, "");
        ClaimView ended = assertInstanceOf(Decided.Done.class, decided).claim();
        assertEquals(REFUSED, ended.state());
        assertEquals(Optional.of(Reason.CONFLICT), ended.reason());
        assertEquals("RELEASED 1830.70", share(first));
    }

    @Test
    void a_bill_whose_deductible_takes_all_is_refused_and_counts() {
        ClaimView claim = world.taken(ZHANG, world.anchored(registrationOnly()));
        assertEquals(REFUSED, claim.state());
        assertEquals(Optional.of(Reason.NOTHING_PAYABLE), claim.reason());
        assertEquals(Optional.of(Fen.ZERO), claim.fund());

        // 300.00 less the 16.00 that the first bill bore: (466.01 - 284.00) × 70%.
        ClaimView next = world.taken(ZHANG, world.anchored(outpatient()));
        assertEquals("127.41", next.fund().orElseThrow().yuan());
    }

    @Test
    void nobody_is_shown_what_is_not_his() {
        ClaimView claim = world.taken(ZHANG, world.anchored(outpatient()));
        Optional<PersonId> owner = Optional.of(world.person(ZHANG));
        Optional<PersonId> stranger = Optional.of(world.person(ClaimWorld.MOTHER));
        Claims claims = world.desk.claims();
        assertTrue(claims.one(claim.number(), owner).isPresent());
        assertTrue(claims.sheet(claim.number(), owner).isPresent());
        assertEquals(4, claims.history(claim.number(), owner).size());
        assertEquals(1, claims.list(owner, Optional.empty(), Optional.empty(), 10).size());
        assertEquals(Optional.empty(), claims.one(claim.number(), stranger));
        assertEquals(Optional.empty(), claims.sheet(claim.number(), stranger));
        assertEquals(Optional.empty(), claims.receipt(claim.number(), stranger));
        assertEquals(List.of(), claims.history(claim.number(), stranger));
        assertEquals(List.of(), claims.list(stranger, Optional.empty(), Optional.empty(), 10));
    }

    private Decided decide(ClaimView claim, Verdict verdict, String reason) {
        return world.desk
                .decisions()
                .decide(world.clerk(), claim.number(), verdict, reason, Optional.empty());
    }

    private String share(UUID bill) {
        var share = world.onLedger(bill).orElseThrow().shares().getLast();
        return share.state() + " " + share.fen().yuan();
    }

    private Bill sample() {
        return world.ours(Bills.numbered(number()));
    }

    private Bill outpatient() {
        return world.ours(Bills.renumbered(Bills.outpatient(), number()));
    }

    /** The first two lines of the outpatient bill: 16.00. */
    private Bill registrationOnly() {
        Bill bill = outpatient();
        List<FeeLine> lines = bill.lines().subList(0, 2);
        return new Bill(
                bill.id(),
                bill.checkCode(),
                bill.issuer(),
                bill.issuedAt(),
                bill.patient(),
                bill.encounter(),
                new Payments(Fen.ZERO, Fen.ZERO, Fen.ZERO, new Fen(1_600)),
                bill.relation(),
                lines);
    }

    private Opening opening(UUID bill) {
        return world.bills.byId(bill).orElseThrow().opening();
    }

    private static int numberOf(Bill bill) {
        return Integer.parseInt(bill.id().number());
    }
}
