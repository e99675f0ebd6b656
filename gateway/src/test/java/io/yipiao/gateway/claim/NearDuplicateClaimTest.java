package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimState.FIRST_REVIEW;
import static io.yipiao.gateway.claim.ClaimState.PROVED;
import static io.yipiao.gateway.claim.ClaimState.SECOND_REVIEW;
import static io.yipiao.gateway.claim.ClaimWorld.MOTHER;
import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.yipiao.gateway.alarm.Alarm;
import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.screen.Screening;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Claims on bills that are nearly the same as others. */
class NearDuplicateClaimTest extends ClaimTest {

    @BeforeEach
    void screensBills() {
        world =
                new ClaimWorld(
                        world.database,
                        world.secrets,
                        ledger,
                        world.channel,
                        clock,
                        new Screening(world.database, world.bills));
        world.account(ZHANG, "张示范");
    }

    @Test
    void a_small_bill_goes_to_a_person_at_high_risk_if_it_was_billed_before() {
        world.anchored(outpatient());
        ClaimView claim = world.taken(ZHANG, world.anchored(outpatient()));
        assertEquals(FIRST_REVIEW, claim.state());
        assertEquals("HIGH", tier(claim));
        List<Alarm> alarms = new Alarms(world.database, clock).list(AlarmFilter.all());
        assertEquals(List.of(AlarmKind.NEAR_DUPLICATE), alarms.stream().map(Alarm::kind).toList());
    }

    @Test
    void what_the_first_reviewer_would_pay_goes_to_a_second() {
        ClaimView claim = ofNearDuplicate();
        Clerk first = world.clerk();
        assertEquals(SECOND_REVIEW, approved(claim, first));
        assertEquals(SECOND_REVIEW, approved(claim, first), "said twice, done once");
        Clerk supervisor = new Clerk(world.person(MOTHER), "李明", true);
        assertEquals(PROVED, approved(claim, supervisor));
    }

    @Test
    void the_first_reviewer_is_not_the_second_even_as_supervisor() {
        ClaimView claim = ofNearDuplicate();
        Clerk supervisor = new Clerk(world.person(MOTHER), "李明", true);
        assertEquals(SECOND_REVIEW, approved(claim, supervisor));
        assertEquals(SECOND_REVIEW, approved(claim, supervisor));
        assertEquals("HELD 1830.70", share(claim.bill()));
    }

    @Test
    void what_is_paid_in_part_goes_to_a_second_too() {
        ClaimView claim = ofNearDuplicate();
        Ruling part = Ruling.part(Set.of(1), "床位费重复");
        Decided decided =
                world.desk
                        .decisions()
                        .decide(world.clerk(), claim.number(), part, Optional.empty());
        assertEquals(SECOND_REVIEW, assertInstanceOf(Decided.Done.class, decided).claim().state());
    }

    @Test
    void one_reviewer_is_enough_to_refuse() {
        ClaimView claim = ofNearDuplicate();
        Decided decided =
                world.desk
                        .decisions()
                        .decide(
                                world.clerk(),
                                claim.number(),
                                Verdict.REFUSE,
                                "同一次住院已经报过",
                                Optional.empty());
        assertEquals(
                ClaimState.REFUSED, assertInstanceOf(Decided.Done.class, decided).claim().state());
    }

    @Test
    void a_bill_that_replaces_another_after_a_refund_goes_its_usual_way() throws Exception {
        Bill bill = outpatient();
        UUID first = world.anchored(bill);
        Bill red = Bills.red(bill, number());
        UUID redId = world.anchored(red);
        world.channel.settle(
                world.channel.reverse(world.bills.byId(redId).orElseThrow().opening()));
        ClaimView claim = world.taken(ZHANG, world.anchored(Bills.replacing(bill, number())));
        assertEquals(PROVED, claim.state());
        assertEquals(1, new Screening(world.database, world.bills).nearDuplicates(first).size());
    }

    private ClaimView ofNearDuplicate() {
        world.anchored(world.ours(Bills.numbered(number())));
        ClaimView claim = world.taken(ZHANG, world.anchored(world.ours(Bills.numbered(number()))));
        assertEquals(FIRST_REVIEW, claim.state());
        return claim;
    }

    private ClaimState approved(ClaimView claim, Clerk clerk) {
        world.desk.decisions().decide(clerk, claim.number(), Verdict.APPROVE, "", Optional.empty());
        return world.desk.claims().view(claim.number()).state();
    }

    private String share(UUID bill) {
        var share = world.onLedger(bill).orElseThrow().shares().getLast();
        return share.state() + " " + share.fen().yuan();
    }

    private Bill outpatient() {
        return world.ours(Bills.renumbered(Bills.outpatient(), number()));
    }

    private String tier(ClaimView claim) {
        return world.database.with(handle ->
                handle.createQuery("SELECT tier FROM claim WHERE number = :number")
                        .bind("number", claim.number().text())
                        .mapTo(String.class)
                        .one());
    }
}
