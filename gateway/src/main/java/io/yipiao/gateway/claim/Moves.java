package io.yipiao.gateway.claim;

import io.yipiao.gateway.claim.SheetStore.Way;
import io.yipiao.verifier.canonical.Jcs;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lets claims take a step: one statement moves any number of them and writes their history. */
final class Moves {
    /** A lease ends where nobody goes on by himself, which saves the write that would end it. */
    private static final String MOVE =
            """
            WITH moved AS (
                UPDATE claim c SET state = s.to_state, counted = coalesce(s.counted, c.counted), steps = c.steps + 1, n = c.n + s.again,
                    reason = CASE WHEN s.to_state = 'RECEIVED' THEN NULL ELSE coalesce(s.reason, c.reason) END,
                    other = coalesce(s.other, c.other),
                    bill_index = coalesce(s.index, c.bill_index), held_fen = coalesce(s.held, c.held_fen),
                    sheet = coalesce(s.sheet, c.sheet), salt = coalesce(s.salt, c.salt),
                    result = coalesce(s.result, c.result), left_fen = coalesce(s.left, c.left_fen),
                    base_fen = coalesce(s.base, c.base_fen),
                    deductible_fen = coalesce(s.deductible, c.deductible_fen),
                    fund_fen = coalesce(s.fund, c.fund_fen), route = coalesce(s.route, c.route),
                    tier = coalesce(s.tier, c.tier), transaction_id = NULL, answer = NULL,
                    leased_until = CASE WHEN s.rests THEN '-infinity' ELSE c.leased_until END
                FROM (SELECT * FROM unnest(:numbers, :from, :n, :to, :counted, :again, :reasons, :others, :indexes,
                    :held, :sheets, :salts, :results, :left, :base, :deductibles, :funds, :routes, :tiers, :rests,
                    :actors, :names, :notes) LIMIT :rows)
                    AS s (number, from_state, n, to_state, counted, again, reason, other, index, held,
                        sheet, salt, result, "left", base, deductible, fund, route, tier, rests,
                        actor, name, note)
                WHERE c.number = s.number AND c.state = s.from_state AND c.n = s.n
                RETURNING c.number, c.steps, c.withdrawing, s.from_state, s.to_state, s.actor, s.name, s.note
            ), told AS (
                INSERT INTO claim_event (claim, step, at, from_state, to_state, actor, name, note)
                SELECT number, steps, :at, from_state, to_state, actor, name, note FROM moved
            )
            SELECT number, withdrawing FROM moved
            """;

    private final Clock clock;

    Moves(Clock clock) {
        this.clock = clock;
    }

    /** A claim as it was read, and its step. */
    record Step(Claim claim, Move move) {
        Step {
            if (!claim.state().next().contains(move.to())) {
                throw new IllegalStateException(claim.state() + " never leads to " + move.to());
            }
        }
    }

    /**
     * Lets each claim take its step, in a transaction that ends if one of them cannot.
     *
     * @return the claims as they have become, in the same order
     * @throws Overtaken if one of them is no longer in the state it was read in
     */
    List<Claim> take(Handle tx, List<Step> steps) {
        Map<String, Boolean> withdrawing = new HashMap<>();
        try (Query query = tx.createQuery(MOVE)) {
            bind(query, steps)
                    .map((row, context) ->
                            withdrawing.put(row.getString("number"), row.getBoolean("withdrawing")))
                    .list();
        }
        List<Claim> moved = new ArrayList<>(steps.size());
        for (Step step : steps) {
            Claim claim = step.claim();
            Boolean ends = withdrawing.get(claim.number().text());
            if (ends == null) {
                throw new Overtaken(claim.number(), claim.state());
            }
            moved.add(claim.after(step.move(), ends));
        }
        return moved;
    }

    private Query bind(Query query, List<Step> steps) {
        new Columns<>(query, steps)
                .texts("numbers", step -> step.claim().number().text())
                .texts("from", step -> step.claim().state().name())
                .wholes("n", step -> step.claim().n())
                .texts("to", step -> step.move().to().name())
                .someFlags("counted", step -> step.move().counts())
                .wholes("again", step -> step.move().again(step.claim().state()))
                .someTexts("reasons", step -> step.move().reason().map(Reason::name))
                .someTexts("others", step -> step.move().other().map(ClaimNumber::text))
                .someBytes("indexes", of(Move::place, at -> at.index().digest().bytes()))
                .someLongs("held", of(Move::place, at -> at.fen().value()))
                .someTexts("sheets", of(Move::computed, it -> Jcs.text(it.result().json())))
                .someBytes("salts", of(Move::computed, it -> it.result().salt().bytes()))
                .someBytes("results", of(Move::computed, it -> it.result().digest().bytes()))
                .someLongs("left", of(Move::computed, it -> it.left().value()))
                .someLongs("base", of(Move::computed, it -> it.sheet().base().value()))
                .someLongs("deductibles", of(Move::computed, it -> it.sheet().deductible().value()))
                .someLongs("funds", of(Move::computed, it -> it.sheet().fund().value()))
                .someTexts("routes", step -> way(step).map(way -> way.route().name()))
                .someTexts("tiers", step -> way(step).map(way -> way.tier().name()))
                .flags("rests", step -> !step.move().to().mayGoOn())
                .texts("actors", step -> step.move().actor().name())
                .texts("names", step -> step.move().name())
                .texts("notes", step -> step.move().note());
        return query.bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static <P, V> Function<Step, Optional<V>> of(
            Function<Move, Optional<P>> part, Function<P, V> value) {
        return step -> part.apply(step.move()).map(value);
    }

    private static Optional<Way> way(Step step) {
        return step.move().computed().flatMap(Move.Computed::way);
    }
}
