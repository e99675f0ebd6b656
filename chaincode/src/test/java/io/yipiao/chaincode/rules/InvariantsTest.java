package io.yipiao.chaincode.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Simulation;
import io.yipiao.chaincode.fixture.Visits;
import io.yipiao.chaincode.fixture.Visits.Kind;
import io.yipiao.chaincode.fixture.Visits.Visit;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Whatever is tried in whatever order, a bill is never reimbursed twice. */
class InvariantsTest {
    private static final Set<String> OCCUPIED =
            Set.of("HELD", "STAMPED", "RECOVERING", "WRITTEN_OFF");
    private static final Set<Kind> SPLITTING =
            EnumSet.of(
                    Kind.REVOKE,
                    Kind.RECOVER,
                    Kind.WRITE_OFF,
                    Kind.REVERSE,
                    Kind.REVERSE_PAPER,
                    Kind.EXCHANGE,
                    Kind.NET);
    private static final Set<Kind> RETRIED =
            EnumSet.of(
                    Kind.HOLD,
                    Kind.HOLD_AND_STAMP,
                    Kind.STAMP,
                    Kind.RELEASE,
                    Kind.REVOKE,
                    Kind.RECOVER,
                    Kind.AMEND,
                    Kind.ATTEST,
                    Kind.NET);
    private static final List<List<Kind>> BEFORE_RACES =
            List.of(
                    List.of(),
                    List.of(Kind.HOLD),
                    List.of(Kind.HOLD_AND_STAMP, Kind.REVOKE),
                    List.of(Kind.HOLD_AND_STAMP, Kind.REVERSE));
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final Channel CHANNEL = channel();

    @Property(tries = 300)
    void hold_after_every_visit(@ForAll("visits") List<Visit> visits) throws Exception {
        Visits bill = new Visits(CHANNEL, NUMBER.incrementAndGet());
        Map<Visit, String> answers = new HashMap<>();
        for (Visit visit : visits) {
            long before = total(bill.bill());
            Simulation simulation = bill.propose(visit);
            checkParts(visit, before, total(bill.bill()));
            simulation.answer().ifPresent(answer -> checkRetry(visit, answer, answers));
            checkShares(bill.bill());
            checkShares(bill.replacing());
            checkReplacement(bill);
            checkPapers(bill);
        }
    }

    /** Both are endorsed before either is committed; who loses proposes anew. */
    @Test
    void hold_after_every_pair_of_visits_that_race() throws Exception {
        for (List<Kind> before : BEFORE_RACES) {
            for (Kind one : Kind.values()) {
                for (Kind other : Kind.values()) {
                    Visits bill = new Visits(CHANNEL, NUMBER.incrementAndGet());
                    for (Kind kind : before) {
                        bill.propose(new Visit(kind, 0, 0, 1, 400));
                    }
                    race(bill, new Visit(one, 0, 0, 2, 300), new Visit(other, 0, 0, 3, 200));
                    checkShares(bill.bill());
                    checkShares(bill.replacing());
                    checkReplacement(bill);
                    checkPapers(bill);
                }
            }
        }
    }

    private static void race(Visits bill, Visit one, Visit other) throws Exception {
        Simulation first = bill.simulate(one);
        Simulation second = bill.simulate(other);
        if (first.refusal().isEmpty()) {
            assertTrue(CHANNEL.ledger().commit(first), "nobody was before it");
        }
        if (second.refusal().isEmpty() && !CHANNEL.ledger().commit(second)) {
            bill.propose(other);
        }
    }

    @Provide
    Arbitrary<List<Visit>> visits() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(1, (int) Visits.CLAIMABLE + 1))
                .as(Visit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static void checkShares(Opening which) throws Exception {
        if (!isOpened(which)) {
            return;
        }
        long occupied = 0;
        Map<String, String> taken = new HashMap<>();
        for (Json.Members share : CHANNEL.shares(which)) {
            assertTrue(share.whole("fen") > 0);
            if (OCCUPIED.contains(share.text("state"))) {
                occupied += share.whole("fen");
                String payer = share.text("class").equals("COMMERCIAL") ? share.text("payer") : "";
                String claim = share.text("payer") + " " + share.text("claim");
                String other = taken.put(share.text("class") + payer, claim);
                assertTrue(other == null || other.equals(claim), "a class takes one share");
            }
        }
        assertTrue(occupied <= Visits.CLAIMABLE, "no more is taken than was paid");
        if (CHANNEL.bill(which).has("red")) {
            List<String> states = CHANNEL.shareStates(which);
            assertTrue(!states.contains("HELD") && !states.contains("STAMPED"), states.toString());
        }
    }

    /** What is claimed of the bill that replaces is claimed of nothing else. */
    private static void checkReplacement(Visits bill) throws Exception {
        if (isOpened(bill.replacing())
                && !CHANNEL.shares(bill.replacing()).isEmpty()
                && isOpened(bill.bill())) {
            assertTrue(CHANNEL.bill(bill.bill()).has("red"), "the original is taken back first");
            assertTrue(
                    paid(bill.bill()) + paid(bill.replacing())
                            <= Visits.CLAIMABLE + owed(bill.bill()) + owed(bill.replacing()),
                    "what was reimbursed twice is owed");
        }
    }

    /** A paper bears no shares and points at its bill, one step away. */
    private static void checkPapers(Visits bill) throws Exception {
        for (Opening paper : bill.papers()) {
            if (isOpened(paper)) {
                assertEquals(CHANNEL.index(bill.bill()), CHANNEL.bill(paper).text("aliasOf"));
                assertTrue(CHANNEL.shares(paper).isEmpty(), "shares stand at the bill");
                assertTrue(isOpened(bill.bill()), "an alias points at an opened bill");
            }
        }
    }

    private static long paid(Opening which) throws Exception {
        return sum(which, Set.of("STAMPED", "RECOVERING"));
    }

    private static long owed(Opening which) throws Exception {
        return sum(which, Set.of("RECOVERING"));
    }

    private static long sum(Opening which, Set<String> states) throws Exception {
        long sum = 0;
        for (Json.Members share : CHANNEL.shares(which)) {
            sum += states.contains(share.text("state")) ? share.whole("fen") : 0;
        }
        return sum;
    }

    /** A claim's share keeps its amount in whatever parts, but for what amends it. */
    private static void checkParts(Visit visit, long before, long after) {
        if (SPLITTING.contains(visit.kind())) {
            assertEquals(before, after, "the parts are the whole");
        }
    }

    private static long total(Opening which) throws Exception {
        return isOpened(which)
                ? sum(which, Set.of("STAMPED", "RECOVERING", "REPAID", "OFFSET", "WRITTEN_OFF"))
                : 0;
    }

    /** The same visit answered again is answered the same, unless its bill fell into conflict. */
    private static void checkRetry(Visit visit, String answer, Map<Visit, String> answers) {
        boolean isOfAClaim = RETRIED.contains(visit.kind());
        if (isOfAClaim && !answer.contains("CONFLICT")) {
            assertEquals(answers.getOrDefault(visit, answer), answer);
            answers.put(visit, answer);
        }
    }

    private static boolean isOpened(Opening which) {
        return CHANNEL.ledger().value("bill/" + CHANNEL.index(which)).isPresent()
                && CHANNEL.bill(which).has("shares");
    }

    private static Channel channel() {
        try {
            return new Channel();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
