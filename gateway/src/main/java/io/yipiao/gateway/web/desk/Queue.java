package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.ClaimClock;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.web.Visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What waits for a clerk, the oldest deadline first; what stands still comes last. */
final class Queue {
    private static final List<ClaimState> WAITING =
            List.of(ClaimState.FIRST_REVIEW, ClaimState.SECOND_REVIEW, ClaimState.SUPPLEMENT);

    /** More than a clerk gets through; of a longer queue those that came first are shown. */
    private static final int MOST = 200;

    private static final String OWN = "desk.own";
    private static final String TAKEN_IN = "desk.taken-in";

    private final ClaimDesk desk;
    private final WorkingDays days;
    private final Clock clock;

    Queue(ClaimDesk desk, WorkingDays days, Clock clock) {
        this.desk = desk;
        this.days = days;
        this.clock = clock;
    }

    /** A claim that waits. */
    private record Waiting(ClaimView claim, ClerksClock clock, Optional<String> barred) {
        LocalDate due() {
            return clock.due().orElse(LocalDate.MAX);
        }
    }

    List<QueueRow> rows(Visit visit) {
        return waiting(visit).stream()
                .map(one -> QueueRow.of(one.claim(), one.clock(), one.barred(), visit.frame()))
                .toList();
    }

    /** The first claim in the queue, another than this, that this visitor may decide. */
    Optional<ClaimNumber> next(Visit visit, Optional<ClaimNumber> except) {
        return waiting(visit).stream()
                .filter(one -> one.barred().isEmpty() && mayDecide(visit, one.claim().state()))
                .map(one -> one.claim().number())
                .filter(number -> !except.equals(Optional.of(number)))
                .findFirst();
    }

    /** The clock of one claim. */
    ClerksClock clock(ClaimView claim) {
        return ClerksClock.of(desk.clocks().of(claim), days, clock.instant());
    }

    /** Whether a claim in this state waits for somebody of the visitor's role. */
    static boolean mayDecide(Visit visit, ClaimState state) {
        boolean first = state == ClaimState.FIRST_REVIEW && visit.is(Role.CLERK);
        boolean supervisors = state.waitsForDecision() && visit.is(Role.SUPERVISOR);
        return (first || supervisors) && visit.principal().owner().person().isPresent();
    }

    private List<Waiting> waiting(Visit visit) {
        List<ClaimView> claims = new ArrayList<>();
        for (ClaimState state : WAITING) {
            claims.addAll(list(Optional.empty(), state));
        }
        Map<ClaimNumber, ClaimClock> clocks =
                desk.clocks().of(claims.stream().map(ClaimView::number).toList());
        Map<ClaimNumber, String> barred = barred(visit, clocks.keySet());
        return claims.stream()
                .map(claim -> waiting(claim, clocks, barred))
                .sorted(
                        Comparator.comparing(Waiting::due)
                                .thenComparing(w -> w.claim().receivedAt()))
                .toList();
    }

    private Waiting waiting(
            ClaimView claim, Map<ClaimNumber, ClaimClock> clocks, Map<ClaimNumber, String> barred) {
        ClaimClock its = Optional.ofNullable(clocks.get(claim.number())).orElseThrow();
        return new Waiting(
                claim,
                ClerksClock.of(its, days, clock.instant()),
                Optional.ofNullable(barred.get(claim.number())));
    }

    /** Why the visitor, whose role may, does not decide this one: it is his, or he took it in. */
    Optional<String> barred(Visit visit, ClaimNumber number) {
        boolean own = desk.claims().one(number, Optional.of(visit.person())).isPresent();
        return own
                ? Optional.of(OWN)
                : Optional.of(TAKEN_IN)
                        .filter(key -> !takenIn(visit.person(), Set.of(number)).isEmpty());
    }

    private Map<ClaimNumber, String> barred(Visit visit, Set<ClaimNumber> waiting) {
        Map<ClaimNumber, String> barred = new HashMap<>();
        Optional<PersonId> person = visit.principal().owner().person();
        if (person.isPresent()) {
            takenIn(person.get(), waiting).forEach(number -> barred.put(number, TAKEN_IN));
            for (ClaimState state : WAITING) {
                list(person, state).forEach(claim -> barred.put(claim.number(), OWN));
            }
        }
        return barred;
    }

    private Set<ClaimNumber> takenIn(PersonId clerk, Set<ClaimNumber> numbers) {
        return desk.claims().takenIn(clerk, numbers);
    }

    private List<ClaimView> list(Optional<PersonId> viewer, ClaimState state) {
        return desk.claims().list(viewer, Optional.of(state), Optional.empty(), MOST);
    }
}
