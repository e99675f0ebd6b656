package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimWorld.MOTHER;
import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

/** What clerks may decide, and on which sheet. */
class DecisionTest extends ClaimTest {

    @BeforeEach
    void hasAnAccount() {
        world.account(ZHANG, "张示范");
    }

    @Test
    void nobody_decides_his_own_claim_nor_one_on_his_own_bill() throws Exception {
        ClaimView own = world.taken(ZHANG, world.anchored(sample()));
        assertEquals(new Decided.OwnClaim(), approve(own, clerk(ZHANG)));

        world.desk
                .mandates()
                .record(
                        Mandate.Kind.AGENT,
                        world.person(ZHANG),
                        world.person(MOTHER),
                        Optional.empty(),
                        "",
                        "test");
        ClaimView agents = world.taken(MOTHER, world.anchored(sample()));
        assertEquals(new Decided.OwnClaim(), approve(agents, clerk(MOTHER)));
        assertEquals(new Decided.OwnClaim(), approve(agents, clerk(ZHANG)));
    }

    @Test
    void the_database_refuses_such_a_decision_too() {
        ClaimView own = world.taken(ZHANG, world.anchored(sample()));
        String decide =
                """
                INSERT INTO decision (claim, n, verdict, claimant, patient, decider, clerk, reason, fund_fen, result, at)
                SELECT number, 9, 'APPROVE', claimant, patient, :decider, 'x', '', 1, result, now()
                FROM claim WHERE number = :number
                """;
        RuntimeException refused =
                assertThrows(
                        RuntimeException.class,
                        () ->
                                world.database.with(handle ->
                                        handle.createUpdate(decide)
                                                .bind("decider", Persons.bytes(world.person(ZHANG)))
                                                .bind("number", own.number().text())
                                                .execute()));
        assertEquals(Optional.of(DecisionStore.DECIDER_IS_ANOTHER), Database.violated(refused));
    }

    @Test
    void nobody_decides_what_he_took_in_at_the_desk() {
        Clerk taker = world.clerk();
        Claimant claimant = new Claimant("desk", world.person(ZHANG), Optional.of(taker));
        ClaimView claim =
                assertInstanceOf(
                                Submission.Taken.class,
                                world.desk
                                        .service()
                                        .submit(claimant, world.anchored(sample()), "1"))
                        .claim();
        assertEquals(
                Set.of(claim.number()),
                world.desk.claims().takenIn(taker.person(), Set.of(claim.number())));
        assertEquals(new Decided.TakenIn(), approve(claim, taker));
        ClaimEvent first = world.desk.claims().history(claim.number(), Optional.empty()).getFirst();
        assertEquals(taker.name(), first.name());
        assertInstanceOf(Decided.Done.class, approve(claim, clerk(MOTHER)));
        String same = "UPDATE decision SET decider = taken_in_by WHERE claim = :number";
        RuntimeException refused =
                assertThrows(
                        RuntimeException.class,
                        () ->
                                world.database.with(handle ->
                                        handle.createUpdate(same)
                                                .bind("number", claim.number().text())
                                                .execute()));
        assertEquals(Optional.of(DecisionStore.TAKER_IS_ANOTHER), Database.violated(refused));
    }

    @Test
    void the_same_decision_again_answers_the_same_and_another_is_too_late() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        Decided first = approve(claim, world.clerk());
        assertInstanceOf(Decided.Done.class, first);
        assertEquals(first, approve(claim, world.clerk()));
        assertInstanceOf(Decided.NotWaiting.class, approve(claim, clerk(MOTHER)));
        Decided refusal =
                world.desk
                        .decisions()
                        .decide(
                                world.clerk(),
                                claim.number(),
                                Verdict.REFUSE,
                                "x",
                                Optional.empty());
        assertInstanceOf(Decided.NotWaiting.class, refusal);
    }

    @Test
    void an_automatic_claim_waits_for_nobody() {
        Bill small = world.ours(Bills.renumbered(Bills.outpatient(), number()));
        ClaimView claim = world.taken(ZHANG, world.anchored(small));
        assertInstanceOf(Decided.NotWaiting.class, approve(claim, world.clerk()));
    }

    @Test
    void an_unknown_claim_and_a_refusal_without_a_reason_are_turned_away() {
        ClaimNumber unknown = new ClaimNumber("2222-2222-2222-2222");
        Decisions decisions = world.desk.decisions();
        assertEquals(
                new Decided.Unknown(),
                decisions.decide(world.clerk(), unknown, Verdict.APPROVE, "", Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        decisions.decide(
                                world.clerk(), unknown, Verdict.REFUSE, " ", Optional.empty()));
    }

    @Test
    void an_amount_the_clerk_did_not_see_is_not_stamped() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        Decisions decisions = world.desk.decisions();
        assertInstanceOf(
                Decided.SheetChanged.class,
                decisions.decide(
                        world.clerk(),
                        claim.number(),
                        Verdict.APPROVE,
                        "",
                        Optional.of(new Fen(1))));
        assertInstanceOf(
                Decided.Done.class,
                decisions.decide(world.clerk(), claim.number(), Verdict.APPROVE, "", claim.fund()));
    }

    @Test
    void a_later_stay_is_computed_anew_once_the_first_is_decided_and_held_anew() {
        ClaimView first = world.taken(ZHANG, world.anchored(sample()));
        UUID bill = world.anchored(sample());
        ClaimView later = world.taken(ZHANG, bill);
        approve(first, world.clerk());

        // 起付标准 300.00 in place of 600.00: (2,728.72 - 300.00) × 86%, more than is held.
        Decided changed = approve(later, world.clerk());
        ClaimView renewed = assertInstanceOf(Decided.SheetChanged.class, changed).claim();
        assertEquals(ClaimState.FIRST_REVIEW, renewed.state());
        assertEquals("2088.70", renewed.fund().orElseThrow().yuan());
        assertEquals(
                List.of("RELEASED 1830.70", "HELD 2088.70"),
                world.onLedger(bill).orElseThrow().shares().stream()
                        .map(share -> share.state() + " " + share.fen().yuan())
                        .toList());

        Decided done = approve(renewed, world.clerk());
        assertEquals(ClaimState.PROVED, assertInstanceOf(Decided.Done.class, done).claim().state());
    }

    @Test
    void a_sheet_that_gives_less_is_shown_again_and_stamped_out_of_what_is_held() {
        Bill one = Bills.renumbered(Bills.outpatient(), number());
        ClaimView unconfirmed = heldOutpatient(one);
        // The year's ceiling of 5,000.00 is nearly used up by what is decided meanwhile.
        world.database.with(handle ->
                handle.execute(
                        """
                        UPDATE claim SET counted = true, fund_fen = 495000, deductible_fen = 30000
                        WHERE state = 'DUPLICATE'
                        """));
        Decided changed = approve(unconfirmed, world.clerk());
        ClaimView less = assertInstanceOf(Decided.SheetChanged.class, changed).claim();
        assertEquals("50.00", less.fund().orElseThrow().yuan());
        assertInstanceOf(Decided.Done.class, approve(less, world.clerk()));
    }

    /** An outpatient claim that a person decides, and a duplicate of another bill beside it. */
    private ClaimView heldOutpatient(Bill bill) {
        UUID other = world.anchored(world.ours(Bills.renumbered(Bills.outpatient(), number())));
        world.database.with(handle -> handle.execute("UPDATE payee_account SET confirmed = false"));
        world.taken(ZHANG, other);
        world.taken(ZHANG, other);
        return world.taken(ZHANG, world.anchored(world.ours(bill)));
    }

    private Decided approve(ClaimView claim, Clerk clerk) {
        return world.desk
                .decisions()
                .decide(clerk, claim.number(), Verdict.APPROVE, "", Optional.empty());
    }

    private Clerk clerk(String idNumber) {
        return new Clerk(world.person(idNumber), "经办");
    }

    private Bill sample() {
        return world.ours(Bills.numbered(number()));
    }
}
