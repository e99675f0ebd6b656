package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.TransactionId;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The rows of claims and of their history: how they come in and move. */
final class ClaimStore {
    private static final String EVENT =
            """
            INSERT INTO claim_event (claim, step, at, from_state, to_state, actor, name, note)
            SELECT :claim, 1 + count(*), :at, :from, :to, :actor, :name, :note
            FROM claim_event WHERE claim = :claim
            """;

    private final Database database;
    private final Clock clock;

    ClaimStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
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

    /** Stores a claim that came in, leased to its maker; false if its key is taken. */
    boolean insert(Handle tx, NewClaim claim) {
        Optional<Clerk> taker = claim.claimant().takenInBy();
        int stored =
                tx.createUpdate(
                                """
                                INSERT INTO claim (number, principal, idempotency_key, request, payer, bill, claimant,
                                    patient, account, care, year, emergency, taken_in_by, state, leased_until, received_at)
                                VALUES (:number, :principal, :key, :request, :payer, :bill, :claimant,
                                    :patient, :account, :care, :year, :emergency, :taker, 'RECEIVED', now() + :lease * interval '1 ms', :at)
                                ON CONFLICT (principal, idempotency_key) DO NOTHING
                                """)
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
                        .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .execute();
        if (stored == 1) {
            Move first = taker.map(Move::takenIn).orElse(Move.FIRST);
            bind(tx.createUpdate(EVENT), claim.number(), Optional.empty(), first).execute();
        }
        return stored == 1;
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
        database.changeInTransaction(tx -> {
            tx.createUpdate(
                            """
                            INSERT INTO claim_envelope (transaction_id, envelope)
                            VALUES (:id, :envelope)
                            """)
                    .bind("id", endorsed.id().hex())
                    .bind("envelope", endorsed.envelope())
                    .execute();
            int[] kept = keepAnswers(tx, claims, endorsed.id(), answers);
            for (int i = 0; i < kept.length; i++) {
                if (kept[i] != 1) {
                    throw new Overtaken(claims.get(i).number(), claims.get(i).state());
                }
            }
        });
    }

    private static int[] keepAnswers(
            Handle tx, List<Claim> claims, TransactionId id, List<Json.Members> answers) {
        try (PreparedBatch batch =
                tx.prepareBatch(
                        """
                        UPDATE claim SET transaction_id = :id, answer = :answer
                        WHERE number = :number AND state = :state AND n = :n
                        """)) {
            for (int i = 0; i < claims.size(); i++) {
                Claim claim = claims.get(i);
                batch.bind("id", id.hex())
                        .bind("answer", Jcs.bytes(new Json.Items(List.of(answers.get(i)))))
                        .bind("number", claim.number().text())
                        .bind("state", claim.state().name())
                        .bind("n", claim.n())
                        .add();
            }
            return batch.execute();
        }
    }

    /** Takes a step, in a transaction of its own. */
    void move(Claim claim, Move move) {
        database.changeInTransaction(tx -> move(tx, claim, move));
    }

    /** Takes a step. */
    void move(Handle tx, Claim claim, Move move) {
        move(tx, List.of(claim), List.of(move));
    }

    /** Lets claims take a step each, or none of them, in a transaction of its own. */
    void move(List<Claim> claims, List<Move> moves) {
        database.changeInTransaction(tx -> move(tx, claims, moves));
    }

    /**
     * Lets claims take a step each. One that goes back to be computed anew numbers its operations
     * anew.
     *
     * @throws Overtaken if one of them is no longer in the state it was read in
     */
    private void move(Handle tx, List<Claim> claims, List<Move> moves) {
        int[] moved = changeStates(tx, claims, moves);
        for (int i = 0; i < moved.length; i++) {
            if (moved[i] != 1) {
                throw new Overtaken(claims.get(i).number(), claims.get(i).state());
            }
        }
        try (PreparedBatch events = tx.prepareBatch(EVENT)) {
            for (int i = 0; i < moved.length; i++) {
                Claim claim = claims.get(i);
                bind(events, claim.number(), Optional.of(claim.state()), moves.get(i)).add();
            }
            events.execute();
        }
    }

    private static int[] changeStates(Handle tx, List<Claim> claims, List<Move> moves) {
        try (PreparedBatch batch =
                tx.prepareBatch(
                        """
                        UPDATE claim SET state = :to, counted = :counted, reason = coalesce(:reason, reason),
                            other = coalesce(:other, other), n = n + :again,
                            bill_index = coalesce(:index, bill_index), held_fen = coalesce(:fen, held_fen),
                            transaction_id = NULL, answer = NULL
                        WHERE number = :number AND state = :from AND n = :n
                        """)) {
            for (int i = 0; i < claims.size(); i++) {
                Claim claim = claims.get(i);
                Move move = moves.get(i);
                if (!claim.state().next().contains(move.to())) {
                    throw new IllegalStateException(claim.state() + " never leads to " + move.to());
                }
                batch.bind("to", move.to().name())
                        .bind("counted", move.counts())
                        .bind("reason", move.reason().map(Reason::name))
                        .bind("other", move.other().map(ClaimNumber::text))
                        .bind("again", move.to() == ClaimState.RECEIVED ? 1 : 0)
                        .bind("index", move.place().map(at -> at.index().digest().bytes()))
                        .bind("fen", move.place().map(at -> at.fen().value()))
                        .bind("number", claim.number().text())
                        .bind("from", claim.state().name())
                        .bind("n", claim.n())
                        .add();
            }
            return batch.execute();
        }
    }

    /** Has a claim that is locked end as soon as what is on its way to the ledger is known. */
    void withdrawing(Handle tx, Claim claim) {
        tx.createUpdate("UPDATE claim SET withdrawing = true WHERE number = :number")
                .bind("number", claim.number().text())
                .execute();
    }

    private static Optional<Claim> find(Handle handle, ClaimNumber number) {
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

    private <S extends SqlStatement<S>> S bind(
            S event, ClaimNumber number, Optional<ClaimState> from, Move move) {
        return event.bind("claim", number.text())
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .bind("from", from.map(ClaimState::name))
                .bind("to", move.to().name())
                .bind("actor", move.actor().name())
                .bind("name", move.name())
                .bind("note", move.note());
    }
}
