package io.yipiao.gateway.claim;

import static io.yipiao.gateway.claim.ClaimState.FIRST_REVIEW;
import static io.yipiao.gateway.claim.ClaimState.PROVED;
import static io.yipiao.gateway.claim.ClaimState.REFUSED;
import static io.yipiao.gateway.claim.ClaimState.SECOND_REVIEW;
import static io.yipiao.gateway.claim.ClaimState.SUPPLEMENT;
import static io.yipiao.gateway.claim.ClaimWorld.CLERK;
import static io.yipiao.gateway.claim.ClaimWorld.MOTHER;
import static io.yipiao.gateway.claim.ClaimWorld.ZHANG;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.benefit.TableException;
import io.yipiao.gateway.benefit.TableSource;
import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a clerk may say besides yes and no. */
class RulingTest extends ClaimTest {
    private static final String TWICE = "9月9日二级护理收了两次；糖化血红蛋白15天内做了两次";

    @BeforeEach
    void hasAnAccount() {
        world.account(ZHANG, "张示范");
    }

    @Test
    void lines_that_a_clerk_disallows_are_not_paid_and_the_rest_is_free_again() {
        UUID bill = world.anchored(sample());
        ClaimView claim = world.taken(ZHANG, bill);
        Ruling part = Ruling.part(Set.of(9, 11), TWICE);
        var preview = world.desk.decisions().preview(claim.number(), part.lines()).orElseThrow();
        assertEquals("1763.62", preview.fund().yuan());

        ClaimView done = done(decide(world.clerk(), claim, part, Optional.of(preview.fund())));
        assertEquals(PROVED, done.state());
        assertEquals("1763.62", done.fund().orElseThrow().yuan());
        var sheet = world.desk.claims().sheet(claim.number(), Optional.empty()).orElseThrow();
        assertEquals("78.00", sheet.disallowed().yuan());
        BillOnLedger known = world.onLedger(bill).orElseThrow();
        assertEquals("STAMPED", known.shares().getFirst().state());
        assertEquals("1763.62", known.shares().getFirst().fen().yuan());
        assertEquals("1590.68", known.left().yuan());
        var findings = world.desk.claims().findings(claim.number(), Optional.empty());
        assertEquals(List.of(9, 11), findings.stream().map(f -> f.line()).toList());
        assertEquals(TWICE, findings.getFirst().words());
    }

    @Test
    void a_clerk_who_saw_another_amount_looks_again() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        Ruling part = Ruling.part(Set.of(9), TWICE);
        Decided decided = decide(world.clerk(), claim, part, claim.fund());
        assertInstanceOf(Decided.SheetChanged.class, decided);
        assertEquals(FIRST_REVIEW, state(claim));
    }

    @Test
    void the_same_lines_again_answer_as_they_did_first_and_others_are_too_late() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        Decided first = decide(world.clerk(), claim, Ruling.part(Set.of(9), TWICE));
        assertEquals(first, decide(world.clerk(), claim, Ruling.part(Set.of(9), TWICE)));
        assertInstanceOf(
                Decided.NotWaiting.class,
                decide(world.clerk(), claim, Ruling.part(Set.of(9, 11), TWICE)));
    }

    @Test
    void lines_that_the_bill_does_not_have_are_refused() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        assertEquals(
                new Decided.NoSuchLine(Set.of(99)),
                decide(world.clerk(), claim, Ruling.part(Set.of(9, 99), TWICE)));
    }

    @Test
    void with_every_line_disallowed_nothing_is_stamped() {
        Bill bill = sample();
        UUID id = world.anchored(bill);
        ClaimView claim = world.taken(ZHANG, id);
        Set<Integer> all =
                bill.lines().stream()
                        .map(line -> line.sequence())
                        .collect(java.util.stream.Collectors.toSet());
        ClaimView done = done(decide(world.clerk(), claim, Ruling.part(all, "x")));
        assertEquals(REFUSED, done.state());
        assertEquals(Optional.of(Reason.NOTHING_PAYABLE), done.reason());
        assertEquals("RELEASED", world.onLedger(id).orElseThrow().shares().getFirst().state());
    }

    @Test
    void a_question_stops_the_clock_until_it_is_answered() throws TableException {
        // Tuesday 22 September; 25 to 27 September are off.
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        WorkingDays days = WorkingDays.read(TableSource.demonstration());
        assertEquals("2026-09-30", due(claim, days).orElseThrow().toString());
        clock.pass(Duration.ofDays(1));
        Ruling ask = Ruling.ask("请补出院小结");
        assertEquals(SUPPLEMENT, done(decide(world.clerk(), claim, ask)).state());
        assertEquals(SUPPLEMENT, done(decide(world.clerk(), claim, ask)).state());
        assertTrue(world.desk.clocks().of(claim).deadline(days).isPaused());
        assertEquals(Optional.empty(), due(claim, days));
        assertInstanceOf(Decided.NotWaiting.class, decide(world.clerk(), claim, Ruling.approve()));

        clock.pass(Duration.ofDays(1));
        assertEquals(FIRST_REVIEW, answered(claim, "已寄出").state());
        assertEquals(FIRST_REVIEW, answered(claim, "已寄出").state(), "again");
        assertInstanceOf(
                Wished.TooLate.class,
                world.desk.service().supplement(world.person(ZHANG), claim.number(), "别的"));
        // 23 and 24 September do not count; 28, 29, 30, then 8 and 9 October do.
        assertEquals("2026-10-09", due(claim, days).orElseThrow().toString());
        List<Supplement> asked =
                world.desk.supplements().of(claim.number(), Optional.of(world.person(ZHANG)));
        assertEquals(1, asked.size());
        assertEquals("请补出院小结", asked.getFirst().question());
        assertEquals(Optional.of("已寄出"), asked.getFirst().answer());
        assertEquals(
                List.of(),
                world.desk.supplements().of(claim.number(), Optional.of(world.person(MOTHER))));
        assertEquals(PROVED, done(decide(world.clerk(), claim, Ruling.approve())).state());
    }

    @Test
    void a_second_question_waits_for_its_own_answer() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        for (String text : List.of("一", "二")) {
            done(decide(world.clerk(), claim, Ruling.ask(text)));
            answered(claim, "答" + text);
        }
        assertEquals(
                List.of(Optional.of("答一"), Optional.of("答二")),
                world.desk.supplements().of(claim.number(), Optional.empty()).stream()
                        .map(Supplement::answer)
                        .toList());
    }

    @Test
    void what_a_clerk_hands_on_only_another_supervisor_decides() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        Ruling escalate = Ruling.escalate("金额大");
        assertEquals(SECOND_REVIEW, done(decide(supervisor(CLERK), claim, escalate)).state());
        assertEquals(SECOND_REVIEW, done(decide(supervisor(CLERK), claim, escalate)).state());
        for (Ruling ruling : List.of(Ruling.approve(), Ruling.refuse("x"), Ruling.ask("y"))) {
            assertInstanceOf(Decided.ForSupervisor.class, decide(supervisor(CLERK), claim, ruling));
            assertInstanceOf(Decided.ForSupervisor.class, decide(clerk(MOTHER), claim, ruling));
        }
        assertEquals(new Decided.OwnClaim(), decide(supervisor(ZHANG), claim, Ruling.approve()));
        assertInstanceOf(Decided.NotWaiting.class, decide(supervisor(MOTHER), claim, escalate));
        assertEquals(PROVED, done(decide(supervisor(MOTHER), claim, Ruling.approve())).state());
    }

    @Test
    void a_supervisors_question_comes_back_to_supervisors() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        done(decide(world.clerk(), claim, Ruling.escalate("金额大")));
        done(decide(supervisor(MOTHER), claim, Ruling.ask("请说明")));
        assertEquals(SECOND_REVIEW, answered(claim, "说明").state());
    }

    @Test
    void a_claim_that_is_held_anew_stays_with_supervisors() {
        ClaimView first = world.taken(ZHANG, world.anchored(sample()));
        ClaimView later = world.taken(ZHANG, world.anchored(sample()));
        done(decide(world.clerk(), later, Ruling.escalate("金额大")));
        done(decide(world.clerk(), first, Ruling.approve()));
        Decided changed = decide(supervisor(MOTHER), later, Ruling.approve());
        assertEquals(
                SECOND_REVIEW,
                assertInstanceOf(Decided.SheetChanged.class, changed).claim().state());
        assertInstanceOf(
                Decided.ForSupervisor.class, decide(supervisor(CLERK), later, Ruling.approve()));
        assertEquals(PROVED, done(decide(supervisor(MOTHER), later, Ruling.approve())).state());
    }

    @Test
    void the_database_refuses_a_decision_by_the_one_who_handed_it_on() {
        ClaimView claim = world.taken(ZHANG, world.anchored(sample()));
        done(decide(world.clerk(), claim, Ruling.escalate("金额大")));
        assertEquals(Optional.of(Reviews.SUPERVISOR_IS_ANOTHER), refused(claim, "r.first"));
        // Nor does it believe that somebody else handed it on, or nobody.
        assertEquals(
                Optional.of("decision_claim_n_first_fkey"), refused(claim, "CAST('' AS bytea)"));
    }

    /** Which constraint refuses a decision of the first clerk, who says who handed the claim on. */
    private Optional<String> refused(ClaimView claim, String first) {
        String decide =
                """
                INSERT INTO decision (claim, n, first, verdict, claimant, patient, decider, clerk, reason, fund_fen,
                    result, at)
                SELECT c.number, c.n, %s, 'APPROVE', c.claimant, c.patient, r.first, 'x', '', 1, c.result, now()
                FROM claim c JOIN review r ON r.claim = c.number AND r.n = c.n WHERE c.number = :number
                """
                        .formatted(first);
        return Database.violated(
                assertThrows(
                        RuntimeException.class,
                        () ->
                                world.database.with(handle ->
                                        handle.createUpdate(decide)
                                                .bind("number", claim.number().text())
                                                .execute())));
    }

    @Test
    void a_ruling_that_says_too_little_or_too_much_is_none() {
        assertThrows(IllegalArgumentException.class, () -> Ruling.ask(" "));
        assertThrows(IllegalArgumentException.class, () -> Ruling.refuse(""));
        assertThrows(IllegalArgumentException.class, () -> Ruling.escalate(""));
        assertThrows(IllegalArgumentException.class, () -> Ruling.part(Set.of(), "x"));
        assertThrows(
                IllegalArgumentException.class, () -> new Ruling(Verdict.APPROVE, "", Set.of(1)));
    }

    private Optional<LocalDate> due(ClaimView claim, WorkingDays days) {
        return world.desk.clocks().of(claim).deadline(days).due();
    }

    private ClaimView answered(ClaimView claim, String text) {
        Wished wished = world.desk.service().supplement(world.person(ZHANG), claim.number(), text);
        return assertInstanceOf(Wished.Done.class, wished).claim();
    }

    private Decided decide(Clerk clerk, ClaimView claim, Ruling ruling) {
        return decide(clerk, claim, ruling, Optional.empty());
    }

    private Decided decide(Clerk clerk, ClaimView claim, Ruling ruling, Optional<Fen> seen) {
        return world.desk.decisions().decide(clerk, claim.number(), ruling, seen);
    }

    private static ClaimView done(Decided decided) {
        return assertInstanceOf(Decided.Done.class, decided).claim();
    }

    private ClaimState state(ClaimView claim) {
        return world.desk.claims().view(claim.number()).state();
    }

    private Clerk supervisor(String idNumber) {
        return new Clerk(world.person(idNumber), "主管", true);
    }

    private Clerk clerk(String idNumber) {
        return new Clerk(world.person(idNumber), "经办");
    }

    private Bill sample() {
        return world.ours(Bills.numbered(number()));
    }
}
