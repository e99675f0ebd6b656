package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.CLERK;
import static io.yipiao.gateway.claim.ClaimWorld.MOTHER;
import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.gateway.claim.Settlement.Kind;
import io.yipiao.gateway.claim.Settlement.State;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is wanted back: repaid, set off, given up, in parts, and by whom. */
class RecoveryTest extends ClaimTest {
    private static final Fen HUNDRED = new Fen(10_000);
    private static final Fen REST = new Fen(7_888);

    private Bill bill;
    private UUID old;

    @BeforeEach
    void hasAnAccountAndABill() {
        world.account(ZHANG, "张示范");
        bill = world.ours(Bills.numbered(number()));
        old = world.anchored(bill);
    }

    @Test
    void what_came_back_in_parts_ends_it_and_each_part_has_a_receipt() throws Exception {
        ClaimNumber claim = refunded();
        int before = receipts(claim);
        Settled first = repay(claim, HUNDRED, "1");
        assertEquals("78.88", done(first).open().yuan());
        assertEquals(first, repay(claim, HUNDRED, "1"), "the same again is done once");
        assertEquals(new Settled.TooMuch(REST), repay(claim, HUNDRED, "2"));
        assertEquals(List.of("REPAID 100.00", "RECOVERING 78.88", "OFFSET 1651.82"), shares(old));
        Recovery end = done(repay(claim, REST, "3"));
        assertEquals(ClaimState.RECOVERED, end.state());
        assertEquals("178.88", end.closed(Kind.REPAID).yuan());
        assertEquals(List.of("REPAID 178.88", "OFFSET 1651.82"), shares(old));
        assertEquals(before + 2, receipts(claim));
        assertInstanceOf(Settled.NotOwed.class, repay(claim, REST, "4"));
        settle();
    }

    @Test
    void it_is_set_off_against_the_next_payment_which_is_less_by_it() throws Exception {
        ClaimNumber claim = refunded();
        Recovery waiting = done(close(claim, Closing.fromNext("本人同意"), "1"));
        assertEquals("178.88", waiting.open().yuan());
        assertEquals(List.of(), waiting.parts());
        ClaimView next =
                world.taken(
                        ZHANG,
                        world.anchored(world.ours(Bills.renumbered(Bills.outpatient(), number()))));
        assertEquals("116.21", next.fund().orElseThrow().yuan());
        settle();
        Recovery part = world.desk.recoveries().of(claim).orElseThrow();
        assertEquals("62.67", part.open().yuan());
        assertEquals(Optional.of(next.number()), part.parts().getFirst().other());
        assertEquals(State.CLOSED, part.parts().getFirst().state());
        assertEquals(Fen.ZERO, payable(next.number()));

        ClaimView later = world.taken(ZHANG, world.anchored(world.ours(Bills.numbered(number()))));
        world.desk
                .decisions()
                .decide(world.clerk(), later.number(), Ruling.approve(), Optional.empty());
        settle();
        Recovery end = world.desk.recoveries().of(claim).orElseThrow();
        assertEquals(ClaimState.RECOVERED, end.state());
        Fen fund = world.desk.claims().view(later.number()).fund().orElseThrow();
        assertEquals(fund.minus(new Fen(6_267)), payable(later.number()));
        assertEquals(List.of("OFFSET 1830.70"), shares(old));
    }

    @Test
    void a_write_off_waits_until_another_organisation_confirms_it() throws Exception {
        ClaimNumber claim = refunded();
        repay(claim, HUNDRED, "1");
        assertEquals(
                new Settled.ForSupervisor(),
                settle(world.clerk(), claim, Closing.writtenOff(REST, "查无下落"), "2"));
        Recovery asked =
                done(settle(supervisor(MOTHER), claim, Closing.writtenOff(REST, "查无下落"), "2"));
        assertEquals(ClaimState.RECOVERING, asked.state());
        Settlement pending = asked.pending().orElseThrow();
        assertEquals(State.PENDING, pending.state());
        assertInstanceOf(
                Settled.AlreadyAsked.class,
                settle(supervisor(MOTHER), claim, Closing.writtenOff(REST, "再一次"), "3"));
        settle();
        assertEquals(State.PENDING, part(claim, 2).state());
        confirm(pending.digest().orElseThrow());
        settle();
        Recovery end = world.desk.recoveries().of(claim).orElseThrow();
        assertEquals(ClaimState.WRITTEN_OFF, end.state());
        assertEquals(State.CLOSED, part(claim, 2).state());
        assertEquals(List.of("WRITTEN_OFF 78.88", "REPAID 100.00", "OFFSET 1651.82"), shares(old));
    }

    @Test
    void a_write_off_lapses_if_more_comes_back_than_it_would_have_left() throws Exception {
        ClaimNumber claim = refunded();
        Closing all = Closing.writtenOff(new Fen(17_888), "查无下落");
        done(settle(supervisor(MOTHER), claim, all, "1"));
        done(repay(claim, HUNDRED, "2"));
        assertEquals(State.LAPSED, part(claim, 1).state());
        assertEquals(ClaimState.RECOVERED, done(repay(claim, REST, "3")).state());
    }

    @Test
    void nobody_closes_what_he_owes_himself_nor_gives_up_what_he_decided() throws Exception {
        ClaimNumber claim = refunded();
        Closing back = Closing.repaid(HUNDRED, "0001");
        assertEquals(new Settled.OwnClaim(), settle(supervisor(ZHANG), claim, back, "1"));
        Closing up = Closing.writtenOff(HUNDRED, "查无下落");
        assertEquals(new Settled.OwnDecision(), settle(supervisor(CLERK), claim, up, "2"));
        assertInstanceOf(
                Settled.Unknown.class,
                settle(world.clerk(), new ClaimNumber("2222-2222-2222-2222"), back, "3"));
        done(settle(supervisor(MOTHER), claim, up, "4"));
        refusedByDatabase("UPDATE settlement SET clerk = patient", "settler_is_another");
        refusedByDatabase("UPDATE settlement SET clerk = decider", "write_off_takes_two");
    }

    @Test
    void parts_take_their_steps_and_no_others() throws Exception {
        ClaimNumber number = refunded();
        done(settle(supervisor(MOTHER), number, Closing.writtenOff(HUNDRED, "查无下落"), "1"));
        SettlementStore store = new SettlementStore(clock);
        Claim claim = new ClaimStore(world.database, clock).find(number).orElseThrow();
        for (State from : State.values()) {
            for (State to : State.values()) {
                world.database.with(h -> h.execute("UPDATE settlement SET state = ?", from.name()));
                Settlement part = part(number, 1);
                Runnable step =
                        () ->
                                world.database.changeInTransaction(
                                        tx -> store.move(tx, claim, part, to));
                if (from.next().contains(to)) {
                    step.run();
                    assertThrows(Overtaken.class, step::run);
                } else {
                    assertThrows(IllegalStateException.class, step::run, from + " to " + to);
                }
            }
        }
    }

    @Test
    void what_is_recorded_while_the_ledger_is_away_reaches_it_later() throws Exception {
        ClaimNumber claim = refunded();
        cutLedger(true);
        Recovery recorded = done(repay(claim, HUNDRED, "1"));
        assertEquals("178.88", recorded.open().yuan());
        assertEquals(new Settled.TooMuch(REST), repay(claim, HUNDRED, "2"));
        cutLedger(false);
        settle();
        assertEquals("78.88", world.desk.recoveries().of(claim).orElseThrow().open().yuan());
        assertEquals(1, world.desk.recoveries().open().size());
    }

    @Test
    void an_answer_that_was_lost_is_not_carried_out_twice() throws Exception {
        ClaimNumber claim = refunded();
        ledger.mute(true);
        done(repay(claim, HUNDRED, "1"));
        ledger.mute(false);
        settle();
        assertEquals(List.of("REPAID 100.00", "RECOVERING 78.88", "OFFSET 1651.82"), shares(old));
        assertEquals(State.CLOSED, part(claim, 1).state());
    }

    /** A claim of which 178.88 is wanted back. */
    private ClaimNumber refunded() throws InterruptedException {
        ClaimView claim = world.taken(ZHANG, old);
        world.desk
                .decisions()
                .decide(world.clerk(), claim.number(), Ruling.approve(), Optional.empty());
        world.anchored(Refunds.without(Refunds.SCAN, bill, number()));
        world.reverse(world.anchored(Bills.red(bill, number())));
        settle();
        assertEquals("178.88", world.desk.claims().view(claim.number()).owed().yuan());
        return claim.number();
    }

    private Settled repay(ClaimNumber claim, Fen fen, String key) {
        return close(claim, Closing.repaid(fen, "收据 0001"), key);
    }

    private Settled close(ClaimNumber claim, Closing closing, String key) {
        return settle(world.clerk(), claim, closing, key);
    }

    private Settled settle(Clerk clerk, ClaimNumber claim, Closing closing, String key) {
        return world.desk.recoveries().settle(clerk, claim, closing, key);
    }

    private static Recovery done(Settled settled) {
        return assertInstanceOf(Settled.Done.class, settled).recovery();
    }

    private Clerk supervisor(String idNumber) {
        return new Clerk(world.person(idNumber), "主管", true);
    }

    private Settlement part(ClaimNumber claim, int n) {
        return world.desk.recoveries().of(claim).orElseThrow().parts().get(n - 1);
    }

    private Fen payable(ClaimNumber claim) {
        return world.database.with(handle -> world.desk.recoveries().payable(handle, claim));
    }

    private int receipts(ClaimNumber claim) {
        return world.database.with(handle ->
                handle.createQuery("SELECT count(*) FROM receipt WHERE claim = :claim")
                        .bind("claim", claim.text())
                        .mapTo(int.class)
                        .one());
    }

    private List<String> shares(UUID id) {
        return world.onLedger(id).orElseThrow().shares().stream()
                .map(share -> share.state() + " " + share.fen().yuan())
                .sorted((one, other) -> other.compareTo(one))
                .toList();
    }

    private void refusedByDatabase(String sql, String constraint) {
        RuntimeException refused =
                assertThrows(
                        RuntimeException.class,
                        () -> world.database.with(handle -> handle.execute(sql)));
        assertEquals(Optional.of(constraint), Database.violated(refused));
    }
}
