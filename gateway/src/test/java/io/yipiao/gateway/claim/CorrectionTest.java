package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.CLERK;
import static io.yipiao.gateway.claim.ClaimWorld.MOTHER;
import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.gateway.benefit.YearSoFar;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stamps that a supervisor takes back or raises. */
class CorrectionTest extends ClaimTest {
    private Bill bill;
    private UUID id;

    @BeforeEach
    void hasAnAccountAndABill() {
        world.account(ZHANG, "张示范");
        bill = world.ours(Bills.numbered(number()));
        id = world.anchored(bill);
    }

    @Test
    void a_part_of_a_stamp_is_taken_back_and_wanted_back_once() throws Exception {
        ClaimNumber claim = stamped(Ruling.approve());
        Fen part = new Fen(30_000);
        Corrected first = revoke(claim, part, "1");
        ClaimView now = assertInstanceOf(Corrected.Done.class, first).claim();
        assertEquals(ClaimState.RECOVERING, now.state());
        assertEquals(part, now.owed());
        assertEquals("1530.70", now.fund().orElseThrow().yuan());
        assertEquals(List.of("STAMPED 1530.70", "RECOVERING 300.00"), shares());
        assertEquals(first, revoke(claim, part, "1"));
        assertEquals("1530.70", year().fund().yuan());
        settle();

        world.reverse(world.anchored(Bills.red(bill, number())));
        settle();
        assertEquals("1830.70", world.desk.claims().view(claim).owed().yuan());
        assertEquals(List.of("RECOVERING 1830.70"), shares());
        assertEquals(YearSoFar.NOTHING, year());
    }

    @Test
    void what_was_revoked_does_not_come_back_with_the_bill_that_replaces() throws Exception {
        ClaimNumber claim = stamped(Ruling.approve());
        revoke(claim, new Fen(100_000), "1");
        world.anchored(Refunds.without(Refunds.SCAN, bill, number()));
        world.reverse(world.anchored(Bills.red(bill, number())));
        settle();
        ClaimView now = world.desk.claims().view(claim);
        assertEquals("830.70", now.fund().orElseThrow().yuan());
        assertEquals("1000.00", now.owed().yuan());
    }

    @Test
    void a_whole_stamp_is_taken_back() throws Exception {
        ClaimNumber claim = stamped(Ruling.approve());
        Corrected all = revoke(claim, new Fen(183_070), "1");
        assertEquals("1830.70", assertInstanceOf(Corrected.Done.class, all).claim().owed().yuan());
        assertEquals(List.of("RECOVERING 1830.70"), shares());
        assertEquals(YearSoFar.NOTHING, year());
        assertInstanceOf(Corrected.NotStamped.class, revoke(claim, new Fen(1), "2"));
        world.reverse(world.anchored(Bills.red(bill, number())));
        settle();
        assertEquals("1830.70", world.desk.claims().view(claim).owed().yuan());
    }

    @Test
    void an_appeal_that_is_upheld_raises_the_stamp_to_the_sheet_without_the_findings() {
        ClaimNumber claim = stamped(Ruling.part(Set.of(9, 11), "规则"));
        assertEquals(
                Optional.of(new Fen(181_522)), world.desk.corrections().preview(claim, Set.of(9)));
        assertInstanceOf(
                Corrected.SheetChanged.class,
                amend(claim, Set.of(9), Optional.of(new Fen(1)), "1"));
        Corrected raised = amend(claim, Set.of(9), Optional.of(new Fen(181_522)), "1");
        ClaimView now = assertInstanceOf(Corrected.Done.class, raised).claim();
        assertEquals(ClaimState.PROVED, now.state());
        assertEquals("1815.22", now.fund().orElseThrow().yuan());
        assertEquals(List.of("STAMPED 1815.22"), shares());
        assertEquals("1815.22", year().fund().yuan());
        assertEquals(raised, amend(claim, Set.of(9), Optional.of(new Fen(181_522)), "1"));
        assertEquals(
                List.of(9),
                world.desk.claims().findings(claim, Optional.empty()).stream()
                        .map(finding -> finding.line())
                        .toList());
        assertInstanceOf(
                Corrected.WrongAmount.class,
                world.desk
                        .corrections()
                        .amend(order(CLERK, true, "2"), claim, Set.of(9), Optional.empty()));
    }

    @Test
    void nobody_corrects_his_own_claim_nor_his_own_decision_nor_without_being_a_supervisor() {
        ClaimNumber claim = stamped(Ruling.approve());
        assertEquals(new Corrected.OwnClaim(), revoke(order(ZHANG, true, "1"), claim));
        assertEquals(new Corrected.ForAnother(), revoke(order(CLERK, true, "1"), claim));
        assertEquals(new Corrected.ForAnother(), revoke(order(MOTHER, false, "1"), claim));
        assertInstanceOf(Corrected.Done.class, revoke(order(MOTHER, true, "1"), claim));
        for (String who : List.of("patient", "decider")) {
            RuntimeException refused =
                    assertThrows(
                            RuntimeException.class,
                            () ->
                                    world.database.with(handle ->
                                            handle.execute(
                                                    "UPDATE correction SET clerk = " + who)));
            assertEquals(
                    Optional.of(CorrectionStore.CORRECTOR_IS_ANOTHER), Database.violated(refused));
        }
    }

    @Test
    void more_than_is_stamped_is_not_taken_back() {
        ClaimNumber claim = stamped(Ruling.approve());
        assertEquals(
                new Corrected.WrongAmount(new Fen(183_070), new Fen(183_071)),
                revoke(claim, new Fen(183_071), "1"));
        assertInstanceOf(
                Corrected.Unknown.class,
                revoke(new ClaimNumber("2222-2222-2222-2222"), new Fen(1), "1"));
    }

    private ClaimNumber stamped(Ruling ruling) {
        ClaimView claim = world.taken(ZHANG, id);
        world.desk.decisions().decide(world.clerk(), claim.number(), ruling, Optional.empty());
        assertEquals(ClaimState.PROVED, world.desk.claims().view(claim.number()).state());
        return claim.number();
    }

    private Corrected revoke(ClaimNumber claim, Fen fen, String key) {
        return world.desk.corrections().revoke(order(MOTHER, true, key), claim, fen);
    }

    private Corrected revoke(CorrectionOrder order, ClaimNumber claim) {
        return world.desk.corrections().revoke(order, claim, new Fen(1));
    }

    private Corrected amend(
            ClaimNumber claim, Set<Integer> disallowed, Optional<Fen> seen, String key) {
        return world.desk.corrections().amend(order(MOTHER, true, key), claim, disallowed, seen);
    }

    private CorrectionOrder order(String idNumber, boolean supervisor, String key) {
        return new CorrectionOrder(new Clerk(world.person(idNumber), "主管", supervisor), "复核", key);
    }

    private YearSoFar year() {
        return world.database.with(handle ->
                SheetStore.year(
                        handle,
                        new YearOf(world.person(ZHANG), "basic", bill.encounter()),
                        Optional.empty()));
    }

    private List<String> shares() {
        return world.onLedger(id).orElseThrow().shares().stream()
                .map(share -> share.state() + " " + share.fen().yuan())
                .sorted((one, other) -> other.compareTo(one))
                .toList();
    }
}
