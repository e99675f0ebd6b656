package io.yipiao.gateway.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.alarm.Alarm;
import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.ClaimWorld;
import io.yipiao.gateway.claim.Reason;
import io.yipiao.gateway.inquiry.Reader;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedBill;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One number with two contents: nobody is the first by silence. */
class ConflictTest extends DeskTest {

    @Test
    void two_contents_that_nobody_claimed_are_a_conflict_on_the_ledger_and_nothing_is_taken() {
        Bill bill = sample();
        UUID one = world.registered(bill);
        UUID two = world.registered(dearer(bill));
        drain();
        world.desk.conflicts().pass();
        catchUp();
        ProjectedBill place = onLedger(one);
        assertEquals(ProjectedBill.State.CONFLICT, place.state());
        assertEquals(List.of(), place.shares());
        for (UUID content : List.of(one, two)) {
            assertEquals(VerdictKind.CONFLICT, verdict(content));
        }
        List<Alarm> alarms = new Alarms(world.database, clock).list(AlarmFilter.all());
        assertEquals(1, alarms.size());
        assertEquals(AlarmKind.CONFLICT, alarms.getFirst().kind());
        assertEquals(Optional.of(two.toString()), alarms.getFirst().facts().find(Fact.OTHER_BILL));
        long height = world.ledger.height();
        world.desk.conflicts().pass();
        assertEquals(height, world.ledger.height(), "it is told once");
    }

    @Test
    void a_second_content_stops_a_claim_that_waits_for_a_clerk_and_gives_back_what_it_holds() {
        Bill bill = sample();
        UUID one = world.registered(bill);
        drain();
        ClaimView claim = world.taken(ClaimWorld.ZHANG, one);
        assertEquals(ClaimState.FIRST_REVIEW, claim.state());
        UUID two = world.registered(dearer(bill));
        drain();
        world.desk.conflicts().pass();
        catchUp();
        assertEquals(ProjectedBill.State.CONFLICT, onLedger(one).state());
        recover();
        assertEquals(ClaimState.REFUSED, now(claim).state());
        assertEquals(Optional.of(Reason.CONFLICT), now(claim).reason());
        catchUp();
        assertEquals(Fen.ZERO, onLedger(one).occupied());
        assertEquals(VerdictKind.CONFLICT, verdict(two));
    }

    @Test
    void a_content_that_waits_for_its_anchor_stops_claims_already() {
        Bill bill = sample();
        UUID one = world.anchored(bill);
        UUID two = world.registered(dearer(bill));
        catchUp();
        for (UUID content : List.of(one, two)) {
            assertEquals(VerdictKind.CONFLICT, verdict(content));
            ClaimView claim = world.taken(ClaimWorld.ZHANG, content);
            assertEquals(ClaimState.REFUSED, claim.state());
            assertEquals(Optional.of(Reason.CONFLICT), claim.reason());
        }
    }

    @Test
    void the_ledger_is_told_once_it_can_be_asked_again() {
        Bill bill = sample();
        UUID one = world.registered(bill);
        world.registered(dearer(bill));
        drain();
        cutLedger(true);
        world.desk.conflicts().pass();
        cutLedger(false);
        world.desk.conflicts().pass();
        catchUp();
        assertEquals(ProjectedBill.State.CONFLICT, onLedger(one).state());
    }

    @Test
    void a_content_whose_number_its_issuer_was_never_given_is_no_conflict() throws Exception {
        Bill bill = sample();
        UUID one = world.registered(bill);
        drain();
        world.taken(ClaimWorld.ZHANG, one);
        world.registered(dearer(bill));
        drain();
        String other = "%010d".formatted(Long.parseLong(bill.id().number()) + 5_000_000);
        world.channel().openSeries(bill.id().code(), other, other);
        world.desk.conflicts().pass();
        catchUp();
        assertEquals(ProjectedBill.State.OPEN, onLedger(one).state());
        assertEquals(VerdictKind.HELD, verdict(one));
        List<Alarm> alarms = new Alarms(world.database, clock).list(AlarmFilter.all());
        assertEquals(List.of(AlarmKind.OFF_SERIES), alarms.stream().map(Alarm::kind).toList());
    }

    @Test
    void the_clerk_sees_every_field_that_differs_and_where_each_content_came_from() {
        Bill bill = sample();
        UUID one = world.registered(bill);
        UUID two = world.registered(dearer(bill));
        drain();
        holds(
                as("chen").get("/desk/bills/" + one),
                200,
                "同一号码有两份内容，先不办理",
                "正在告诉账本",
                "密钥序号",
                "批次根",
                "支付合计 · 统筹基金支付",
                "不一样：¥1,000.00",
                "支付合计 · 个人现金支付",
                "不一样：¥2,354.30",
                "用新号码重开",
                "/desk/bills/" + two);
        world.desk.conflicts().pass();
        catchUp();
        String page = as("chen").speaking("en").get("/desk/bills/" + two).body();
        assertTrue(page.contains("The ledger keeps both contents"), page);
        assertFalse(page.contains(ClaimWorld.ZHANG), "the identity number's tail only");
        assertFalse(page.contains("accesskey=\"n\""), "neither is taken in");
    }

    private static Bill dearer(Bill bill) {
        return Bills.paid(
                bill, new Payments(new Fen(100_000), Fen.ZERO, Fen.ZERO, new Fen(235_430)));
    }

    private VerdictKind verdict(UUID bill) {
        return inquiry.ofText(code(bill), new Reader.Stranger()).verdict().kind();
    }

    private ProjectedBill onLedger(UUID bill) {
        var index = world.bills.byId(bill).orElseThrow().index().orElseThrow();
        return new LedgerView(world.database).bill(index).orElseThrow();
    }
}
