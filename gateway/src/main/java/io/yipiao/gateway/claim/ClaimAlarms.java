package io.yipiao.gateway.claim;

import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.AlarmState;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.alarm.Facts;
import io.yipiao.gateway.alarm.Subject;
import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.store.Database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells the bureau of claims in their fourth working day and past their fifth, which closes by
 * itself once they are decided, and of bills that were claimed in vain three times.
 */
public final class ClaimAlarms {
    private static final int DAY_FOUR = 4;
    private static final int LAST_DAY = 5;
    private static final int TRIES = 3;
    private static final int AT_ONCE = 500;

    /** As far as working days are counted here; payment has a clock of its own. */
    private static final List<String> OPEN =
            Arrays.stream(ClaimState.values())
                    .filter(state -> state.isUnderWay() || state.waitsForPerson())
                    .map(ClaimState::name)
                    .toList();

    private final Database database;
    private final Clocks clocks;
    private final WorkingDays days;
    private final Alarms alarms;
    private final Clock clock;

    public ClaimAlarms(
            Database database, Clocks clocks, WorkingDays days, Alarms alarms, Clock clock) {
        this.database = database;
        this.clocks = clocks;
        this.days = days;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Looks at all claims that are not decided, and at bills with claims in vain. */
    public void pass() {
        settleDecided();
        tellLate();
        tellTries();
    }

    private void tellLate() {
        Instant now = clock.instant();
        Map<ClaimNumber, ClaimClock> late = clocks.of(undecided(now));
        late.forEach((number, its) -> {
            int used = its.used(days, now);
            if (used > LAST_DAY) {
                tell(AlarmKind.OVERDUE, number);
            } else if (used >= DAY_FOUR) {
                tell(AlarmKind.DAY_FOUR, number);
            }
        });
    }

    private void tell(AlarmKind kind, ClaimNumber number) {
        Facts facts = Facts.of(Fact.CLAIM, number.text());
        database.changeInTransaction(
                tx -> alarms.raiseOnce(tx, kind, Subject.claim(number.text()), facts));
    }

    /** The oldest that came in so long ago that four working days may have passed. */
    private List<ClaimNumber> undecided(Instant now) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT number FROM claim WHERE state IN (<states>) AND received_at < :before
                                ORDER BY received_at LIMIT :most
                                """)
                        .bindList("states", OPEN)
                        .bind("before", now.minus(Duration.ofDays(DAY_FOUR - 1)))
                        .bind("most", AT_ONCE)
                        .mapTo(String.class)
                        .map(ClaimNumber::new)
                        .list());
    }

    private void settleDecided() {
        for (AlarmKind kind : List.of(AlarmKind.DAY_FOUR, AlarmKind.OVERDUE)) {
            Set<String> subjects = new HashSet<>();
            for (AlarmState state : List.of(AlarmState.NEW, AlarmState.IN_HAND)) {
                alarms.list(
                                new AlarmFilter(
                                        Optional.of(state), Optional.of(kind), AlarmFilter.MOST))
                        .forEach(alarm -> subjects.add(alarm.subject().id()));
            }
            if (!subjects.isEmpty()) {
                decided(subjects)
                        .forEach(number ->
                                database.changeInTransaction(tx ->
                                        alarms.settle(tx, kind, Subject.claim(number), "decided")));
            }
        }
    }

    private List<String> decided(Set<String> numbers) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT number FROM claim
                                WHERE number IN (<numbers>) AND state NOT IN (<states>)
                                """)
                        .bindList("numbers", numbers)
                        .bindList("states", OPEN)
                        .mapTo(String.class)
                        .list());
    }

    /** Bills with three claims that ended because another claim has them. */
    private void tellTries() {
        record Tried(UUID bill, long tries, Optional<String> other) {}
        List<Tried> tried =
                database.with(handle ->
                        handle.createQuery(
                                        """
                                        SELECT bill, count(*) AS tries, max(other) AS other FROM claim
                                        WHERE state = 'DUPLICATE' GROUP BY bill HAVING count(*) >= :tries LIMIT :most
                                        """)
                                .bind("tries", TRIES)
                                .bind("most", AT_ONCE)
                                .map((row, context) ->
                                        new Tried(
                                                row.getObject("bill", UUID.class),
                                                row.getLong("tries"),
                                                Optional.ofNullable(row.getString("other"))))
                                .list());
        for (Tried one : tried) {
            Facts facts = Facts.of(Fact.COUNT, one.tries()).and(Fact.BILL, one.bill());
            Facts all = one.other().map(other -> facts.and(Fact.CLAIM, other)).orElse(facts);
            database.changeInTransaction(tx ->
                    alarms.raiseOnce(tx, AlarmKind.DUPLICATE_TRIES, Subject.bill(one.bill()), all));
        }
    }
}
