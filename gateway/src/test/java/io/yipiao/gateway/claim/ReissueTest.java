package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.benefit.YearSoFar;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A partial refund: a red bill of the whole, and a bill that replaces it, before, during and after
 * a claim, whichever of the two comes first.
 */
class ReissueTest extends ClaimTest {
    /** The second nursing of 9 September and the second test within 15 days. */
    private static final Set<Integer> FOUND = Set.of(9, 11);

    private Bill bill;
    private UUID old;

    @BeforeEach
    void hasAnAccountAndABill() {
        world.account(ZHANG, "张示范");
        bill = world.ours(Bills.numbered(number()));
        old = world.anchored(bill);
    }

    @Test
    void before_any_claim_only_the_new_bill_can_be_claimed() throws Exception {
        red();
        UUID next = replaced();
        assertEquals(Optional.of(Reason.REVERSED), world.taken(ZHANG, old).reason());
        settle();
        ClaimView claim = world.taken(ZHANG, next);
        assertEquals(ClaimState.FIRST_REVIEW, claim.state());
        assertEquals("1651.82", fund(claim));
    }

    @Test
    void while_held_the_hold_moves_to_the_new_bill_that_was_there() throws Exception {
        ClaimView claim = world.taken(ZHANG, old);
        UUID next = replaced();
        red();
        settle();
        assertHeldOn(next, claim);
    }

    @Test
    void while_held_the_hold_moves_to_the_new_bill_that_comes_later() throws Exception {
        ClaimView claim = world.taken(ZHANG, old);
        red();
        settle();
        assertEquals(ClaimState.REFUSED, view(claim).state());
        UUID next = replaced();
        settle();
        assertHeldOn(next, claim);
    }

    @Test
    void a_question_that_waits_for_its_answer_waits_on_the_new_bill() throws Exception {
        ClaimView claim = world.taken(ZHANG, old);
        decide(claim, Ruling.ask("出院小结"));
        UUID next = replaced();
        red();
        settle();
        assertEquals(ClaimState.SUPPLEMENT, view(claim).state());
        assertEquals(next, view(claim).bill());
        assertInstanceOf(
                Wished.Done.class,
                world.desk.service().supplement(world.person(ZHANG), claim.number(), "在这里"));
        assertEquals(ClaimState.FIRST_REVIEW, view(claim).state());
    }

    @Test
    void after_the_stamp_the_claim_moves_over_and_the_difference_is_wanted_back() throws Exception {
        ClaimView claim = stamped(Ruling.part(FOUND, "规则"));
        assertEquals("1763.62", fund(claim));
        red();
        settle();
        assertEquals(ClaimState.RECOVERING, view(claim).state());
        assertEquals("1763.62", view(claim).owed().yuan());
        assertEquals(YearSoFar.NOTHING, year(claim));
        UUID next = replaced();
        settle();
        assertNetted(claim, next, "1584.74");
    }

    @Test
    void the_end_is_the_same_if_the_new_bill_comes_first() throws Exception {
        ClaimView claim = stamped(Ruling.part(FOUND, "规则"));
        UUID next = replaced();
        settle();
        assertEquals(ClaimState.PROVED, view(claim).state());
        red();
        settle();
        assertNetted(claim, next, "1584.74");
    }

    @Test
    void without_findings_the_difference_is_the_same() throws Exception {
        ClaimView claim = stamped(Ruling.approve());
        UUID next = replaced();
        red();
        settle();
        assertNetted(claim, next, "1651.82");
    }

    @Test
    void what_was_refunded_bears_no_finding_any_more() throws Exception {
        ClaimView claim = stamped(Ruling.part(Set.of(Refunds.SCAN), "没有报告单"));
        UUID next = replaced();
        red();
        settle();
        assertEquals(ClaimState.PROVED, view(claim).state());
        assertEquals(Fen.ZERO, view(claim).owed());
        assertEquals(next, view(claim).bill());
        assertEquals(List.of(), world.desk.claims().findings(claim.number(), Optional.empty()));
    }

    @Test
    void a_full_refund_is_wanted_back_whole() throws Exception {
        ClaimView claim = stamped(Ruling.approve());
        red();
        settle();
        assertEquals("1830.70", view(claim).owed().yuan());
        assertEquals(List.of("RECOVERING 1830.70"), shares(old));
        assertEquals(YearSoFar.NOTHING, year(claim));
    }

    @Test
    void who_claims_the_new_bill_beside_the_claim_that_moves_over_is_told_of_it() throws Exception {
        ClaimView claim = stamped(Ruling.approve());
        UUID next = replaced();
        ClaimView beside = world.taken(ZHANG, next);
        assertEquals(ClaimState.CHECKING, beside.state());
        red();
        settle();
        assertNetted(claim, next, "1651.82");
        recover();
        assertEquals(ClaimState.DUPLICATE, view(beside).state());
        assertEquals(Optional.of(claim.number()), view(beside).other());
    }

    @Test
    void the_new_bill_may_be_taken_back_and_replaced_in_its_turn() throws Exception {
        ClaimView claim = stamped(Ruling.part(FOUND, "规则"));
        UUID next = replaced();
        red();
        settle();
        Bill second = world.bills.byId(next).orElseThrow().bill();
        UUID third = world.anchored(Refunds.without(12, second, number()));
        world.reverse(world.anchored(Bills.red(second, number())));
        settle();
        ClaimView now = view(claim);
        assertEquals(third, now.bill());
        assertEquals(ClaimState.RECOVERING, now.state());
        // Infusions of 57.00 less: 49.02 more to give back.
        assertEquals("227.90", now.owed().yuan());
        assertEquals(List.of("STAMPED 1535.72"), shares(third));
        assertEquals(List.of("RECOVERING 49.02", "OFFSET 1535.72"), sorted(shares(next)));
    }

    @Test
    void a_new_bill_that_bears_nothing_leaves_all_of_it_wanted_back() throws Exception {
        Bill small = world.ours(Bills.renumbered(Bills.outpatient(), number()));
        ClaimView claim = world.taken(ZHANG, world.anchored(small));
        assertEquals(ClaimState.PROVED, claim.state());
        Bill rest = small;
        while (rest.lines().size() > 1) {
            rest = Refunds.without(1, rest, number());
        }
        world.anchored(
                Bills.renumbered(
                        new Bill(
                                rest.id(),
                                rest.checkCode(),
                                rest.issuer(),
                                rest.issuedAt(),
                                rest.patient(),
                                rest.encounter(),
                                rest.payments(),
                                Refunds.without(1, small, number()).relation(),
                                rest.lines()),
                        number()));
        world.reverse(world.anchored(Bills.red(small, number())));
        settle();
        assertEquals(ClaimState.RECOVERING, view(claim).state());
        assertEquals(claim.fund(), Optional.of(view(claim).owed()));
        assertEquals(claim.bill(), view(claim).bill());
    }

    private void assertHeldOn(UUID next, ClaimView claim) {
        ClaimView now = view(claim);
        assertEquals(ClaimState.FIRST_REVIEW, now.state());
        assertEquals(next, now.bill());
        assertEquals(Optional.empty(), now.reason());
        assertEquals("1651.82", fund(now));
        assertEquals(List.of("RELEASED 1830.70"), shares(old));
        assertEquals(List.of("HELD 1651.82"), shares(next));
        assertInstanceOf(Decided.Done.class, decide(now, Ruling.approve()));
        assertEquals(ClaimState.PROVED, view(claim).state());
        assertEquals(List.of("STAMPED 1651.82"), shares(next));
    }

    private void assertNetted(ClaimView claim, UUID next, String fund) {
        ClaimView now = view(claim);
        assertEquals(ClaimState.RECOVERING, now.state());
        assertEquals("178.88", now.owed().yuan());
        assertEquals(next, now.bill());
        assertEquals(fund, fund(now));
        assertEquals(List.of("RECOVERING 178.88", "OFFSET " + fund), sorted(shares(old)));
        assertEquals(List.of("STAMPED " + fund), shares(next));
        assertEquals(fund, year(claim).fund().yuan());
        assertEquals(1, year(claim).stays());
        assertTrue(receipts(claim).containsAll(List.of("RECOVERING", "STAMPED")));
        assertEquals(
                1,
                new Alarms(world.database, clock)
                        .list(AlarmFilter.all()).stream()
                                .filter(alarm -> alarm.kind() == AlarmKind.RED_AFTER_STAMP)
                                .count());
    }

    private ClaimView stamped(Ruling ruling) {
        ClaimView claim = world.taken(ZHANG, old);
        assertInstanceOf(Decided.Done.class, decide(claim, ruling));
        assertEquals(ClaimState.PROVED, view(claim).state());
        return view(claim);
    }

    private Decided decide(ClaimView claim, Ruling ruling) {
        return world.desk
                .decisions()
                .decide(world.clerk(), claim.number(), ruling, Optional.empty());
    }

    private UUID replaced() {
        return world.anchored(Refunds.without(Refunds.SCAN, bill, number()));
    }

    private void red() {
        world.reverse(world.anchored(Bills.red(bill, number())));
    }

    private YearSoFar year(ClaimView claim) {
        Bill its = world.bills.byId(claim.bill()).orElseThrow().bill();
        return world.database.with(handle ->
                SheetStore.year(
                        handle,
                        new YearOf(world.person(ZHANG), claim.payer(), its.encounter()),
                        Optional.empty()));
    }

    private List<String> receipts(ClaimView claim) {
        return world.database.with(handle ->
                handle.createQuery("SELECT state FROM receipt WHERE claim = :claim ORDER BY id")
                        .bind("claim", claim.number().text())
                        .mapTo(String.class)
                        .list());
    }

    private List<String> shares(UUID id) {
        return world.onLedger(id).orElseThrow().shares().stream()
                .map(share -> share.state() + " " + share.fen().yuan())
                .toList();
    }

    private static List<String> sorted(List<String> shares) {
        return shares.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private static String fund(ClaimView claim) {
        return claim.fund().orElseThrow().yuan();
    }

    private ClaimView view(ClaimView claim) {
        return world.desk.claims().view(claim.number());
    }
}
