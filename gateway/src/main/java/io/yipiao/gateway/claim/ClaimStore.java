package io.yipiao.gateway.claim;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of claims and of their history: how they come in and move. */
final class ClaimStore {
    /** A claim comes in with the first line of its history, or not at all. */
    private static final String INSERT =
            """
            WITH came AS (
                INSERT INTO claim (number, principal, idempotency_key, request, payer, bill, claimant,
                    patient, account, care, year, emergency, taken_in_by, state, leased_until, received_at)
                VALUES (:number, :principal, :key, :request, :payer, :bill, :claimant,
                    :patient, :account, :care, :year, :emergency, :taker, 'RECEIVED', now() + :lease * interval '1 ms', :at)
                ON CONFLICT (principal, idempotency_key) DO NOTHING
                RETURNING number, received_at
            )
            INSERT INTO claim_event (claim, step, at, to_state, actor, name, note)
            SELECT number, 1, received_at, 'RECEIVED', :actor, :name, '' FROM came
            """;

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO claim_envelope (transaction_id, envelope) VALUES (:id, :envelope)
            )
            UPDATE claim c SET transaction_id = :id, answer = a.answer
            FROM (SELECT * FROM unnest(:numbers, :states, :n, :answers) LIMIT :rows) AS a (number, state, n, answer)
            WHERE c.number = a.number AND c.state = a.state AND c.n = a.n
            RETURNING c.number
            """;

    private final Database database;
    private final Moves moves;
    private final Clock clock;

    ClaimStore(Database database, Clock clock) {
        this.database = database;
        this.moves = new Moves(clock);
        this.clock = clock;
    }

    /** The moment, as precise as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A claim that came in earlier under an idempotency key. */
    record Earlier(ClaimNumber number, Digest request) {}

    Optional<Earlier> earlier(Handle handle, String principal, String key) {
        return handle.createQuery(
                        """
                        SELECT number, request FROM claim
                        WHERE principal = :principal AND idempotency_key = :key
                        """)
                .bind("principal", principal)
                .bind("key", key)
                .map((row, context) ->
                        new Earlier(
                                new ClaimNumber(row.getString("number")),
                                Digest.of(row.getBytes("request"))))
                .findOne();
    }

    /** Stores a claim that came in, leased to its maker; nothing if its key is taken. */
    Optional<Claim> insert(NewClaim claim) {
        return database.with(handle -> insert(handle, claim));
    }

    /** The same in the caller's transaction. */
    Optional<Claim> insert(Handle tx, NewClaim claim) {
        Optional<Clerk> taker = claim.claimant().takenInBy();
        Move first = taker.map(Move::takenIn).orElse(Move.FIRST);
        int stored =
                tx.createUpdate(INSERT)
                        .bind("number", claim.number().text())
                        .bind("principal", claim.claimant().principal())
                        .bind("key", claim.key())
                        .bind("request", claim.request().bytes())
                        .bind("payer", claim.payer().id())
                        .bind("bill", claim.bill())
                        .bind("emergency", claim.asked().emergency())
                        .bind("claimant", Persons.bytes(claim.claimant().person()))
                        .bind("taker", Persons.bytes(taker.map(Clerk::person)))
                        .bind("patient", Persons.bytes(claim.patient()))
                        .bind("account", claim.account())
                        .bind("care", claim.care().name())
                        .bind("year", claim.year())
                        .bind("lease", ClaimQueue.LEASE.toMillis())
                        .bind("at", claim.receivedAt())
                        .bind("actor", first.actor().name())
                        .bind("name", first.name())
                        .execute();
        return stored == 1 ? Optional.of(Claim.of(claim, claim.receivedAt())) : Optional.empty();
    }

    /** Reads a claim, if there is one. */
    Optional<Claim> find(ClaimNumber number) {
        return database.with(handle -> find(handle, number));
    }

    /**
     * Reads a claim and keeps others from moving it until the transaction ends. Locked first and
     * read by a statement of its own: one that waits for a lock sees the row as it has become, but
     * the envelope beside it as it was before.
     */
    Optional<Claim> lock(Handle tx, ClaimNumber number) {
        tx.createQuery("SELECT number FROM claim WHERE number = :number FOR UPDATE")
                .bind("number", number.text())
                .mapTo(String.class)
                .findOne();
        return find(tx, number);
    }

    /**
     * Keeps an endorsed envelope before it is submitted, for all claims whose operations it
     * carries, or for none.
     *
     * @param answers what the envelope answers to each of them, in the same order
     * @throws Overtaken if one of them is no longer in the state it was read in
     */
    void keep(List<Claim> claims, Endorsed endorsed, List<Json.Members> answers) {
        List<Answered> answered = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            answered.add(new Answered(claims.get(i), answers.get(i)));
        }
        database.changeInTransaction(tx -> {
            Set<String> kept = keep(tx, answered, endorsed);
            for (Claim claim : claims) {
                if (!kept.contains(claim.number().text())) {
                    throw new Overtaken(claim.number(), claim.state());
                }
            }
        });
    }

    private record Answered(Claim claim, Json.Members answer) {}

    private static Set<String> keep(Handle tx, List<Answered> answered, Endorsed endorsed) {
        try (Query query = tx.createQuery(KEEP)) {
            new Columns<>(query, answered)
                    .texts("numbers", one -> one.claim().number().text())
                    .texts("states", one -> one.claim().state().name())
                    .wholes("n", one -> one.claim().n())
                    .bytes("answers", one -> Jcs.bytes(new Json.Items(List.of(one.answer()))));
            return query.bind("id", endorsed.id().hex())
                    .bind("envelope", endorsed.envelope())
                    .mapTo(String.class)
                    .set();
        }
    }

    /**
     * Takes a step, in a transaction of its own, and gives the claim as it has become.
     *
     * @throws Overtaken if it is no longer in the state it was read in
     */
    @CanIgnoreReturnValue
    Claim move(Claim claim, Move move) {
        return move(List.of(new Moves.Step(claim, move))).getFirst();
    }

    /** Takes a step. */
    @CanIgnoreReturnValue
    Claim move(Handle tx, Claim claim, Move move) {
        return take(tx, List.of(new Moves.Step(claim, move))).getFirst();
    }

    /** Lets claims take a step each, or none of them, in a transaction of its own. */
    List<Claim> move(List<Moves.Step> steps) {
        return switch (steps.size()) {
            case 0 -> List.of();
            // One statement on one claim is a transaction by itself: it moves it or writes nothing.
            case 1 ->
                    steps.getFirst().move().effect().equals(Move.Effect.NONE)
                            ? database.with(handle -> moves.take(handle, steps))
                            : database.inTransaction(tx -> take(tx, steps));
            default -> database.inTransaction(tx -> take(tx, steps));
        };
    }

    /** What changes with a step is seen by who reads the claim again. */
    private List<Claim> take(Handle tx, List<Moves.Step> steps) {
        List<Claim> moved = new ArrayList<>(moves.take(tx, steps));
        for (int i = 0; i < steps.size(); i++) {
            Move move = steps.get(i).move();
            if (!move.effect().equals(Move.Effect.NONE)) {
                move.effect().apply(tx);
                moved.set(i, find(tx, moved.get(i).number()).orElseThrow());
            }
        }
        return moved;
    }

    /** Has a claim that is locked end as soon as what is on its way to the ledger is known. */
    void withdrawing(Handle tx, Claim claim) {
        tx.createUpdate("UPDATE claim SET withdrawing = true WHERE number = :number")
                .bind("number", claim.number().text())
                .execute();
    }

    /** The same on the caller's connection. */
    static Optional<Claim> find(Handle handle, ClaimNumber number) {
        return handle.createQuery(
                        """
                        SELECT c.*, e.envelope FROM claim c
                        LEFT JOIN claim_envelope e ON e.transaction_id = c.transaction_id
                        WHERE c.number = :number
                        """)
                .bind("number", number.text())
                .map((row, context) -> ClaimRow.read(row))
                .findOne();
    }
}
