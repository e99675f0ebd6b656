package io.yipiao.gateway.claim;

import io.yipiao.gateway.calendar.Pause;
import io.yipiao.gateway.store.Database;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads from claims' histories when their clocks ran and stood still. A claim on a bill from
 * elsewhere runs since it was filed, and stood still while its claimant was asked before already.
 */
public final class Clocks {
    private final Database database;

    Clocks(Database database) {
        this.database = database;
    }

    /** A step, as far as clocks are concerned. */
    private record Tick(ClaimNumber claim, Instant at, ClaimState to) {}

    /** The clock of a claim that may be shown. */
    public ClaimClock of(ClaimView claim) {
        return Optional.ofNullable(of(List.of(claim.number())).get(claim.number())).orElseThrow();
    }

    /** The clocks of claims that may be shown, and of filings that will be claims. */
    public Map<ClaimNumber, ClaimClock> of(Collection<ClaimNumber> claims) {
        Map<ClaimNumber, List<Tick>> histories = new HashMap<>();
        for (Tick tick : claims.isEmpty() ? List.<Tick>of() : ticks(claims)) {
            histories.computeIfAbsent(tick.claim(), number -> new ArrayList<>()).add(tick);
        }
        Map<ClaimNumber, ClaimClock> clocks = new HashMap<>();
        histories.forEach((number, ticks) -> clocks.put(number, clock(ticks)));
        return clocks;
    }

    private List<Tick> ticks(Collection<ClaimNumber> claims) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT claim, at, to_state FROM (
                                    SELECT claim, at, to_state, CASE step WHEN 1 THEN 0 ELSE 2 END AS part, step
                                    FROM claim_event WHERE claim IN (<claims>)
                                    UNION ALL
                                    SELECT claim, at,
                                        CASE WHEN to_state IN ('WAITING', 'ACCEPTED') THEN 'CHECKING' ELSE to_state END,
                                        1, step
                                    FROM elsewhere_event WHERE claim IN (<claims>)
                                ) ticks ORDER BY claim, part, step
                                """)
                        .bindList("claims", claims.stream().map(ClaimNumber::text).toList())
                        .map((row, context) ->
                                new Tick(
                                        new ClaimNumber(row.getString("claim")),
                                        row.getTimestamp("at").toInstant(),
                                        ClaimState.valueOf(row.getString("to_state"))))
                        .list());
    }

    private static ClaimClock clock(List<Tick> ticks) {
        List<Pause> pauses = new ArrayList<>();
        @Nullable Instant stopped = null;
        for (Tick tick : ticks) {
            if (stopped != null) {
                pauses.add(Pause.between(stopped, Optional.of(tick.at())));
            }
            stopped = tick.to().stopsClock() ? tick.at() : null;
        }
        if (stopped != null) {
            pauses.add(Pause.between(stopped, Optional.empty()));
        }
        Tick last = ticks.getLast();
        return new ClaimClock(
                ticks.getFirst().at(),
                pauses,
                last.to().endsUnpaid() ? Optional.of(last.at()) : Optional.empty());
    }
}
