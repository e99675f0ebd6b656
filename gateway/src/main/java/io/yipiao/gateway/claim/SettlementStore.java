package io.yipiao.gateway.claim;

import io.yipiao.gateway.claim.Settlement.Kind;
import io.yipiao.gateway.claim.Settlement.State;
import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows by which recoveries are closed. */
final class SettlementStore {
    static final String SETTLER_IS_ANOTHER = "settler_is_another";
    static final String WRITE_OFF_TAKES_TWO = "write_off_takes_two";

    private final Clock clock;

    SettlementStore(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is to be recorded.
     *
     * @param key the client's name for it
     */
    record Part(
            UUID bill,
            Kind kind,
            Fen fen,
            Optional<ClaimNumber> other,
            String note,
            Clerk clerk,
            String key) {}

    /** Records a part; the claim is locked. */
    void record(Handle tx, Claim claim, Part part) {
        tx.createUpdate(
                        """
                        INSERT INTO settlement (claim, n, bill, kind, fen, state, other, note, claimant, patient,
                            taken_in_by, decided_n, decider, clerk, name, idempotency_key, at)
                        SELECT :claim, 1 + (SELECT count(*) FROM settlement s WHERE s.claim = :claim), :bill, :kind,
                            :fen, 'RECORDED', :other, :note, :claimant, :patient, :taker, d.n, d.decider, :clerk, :name, :key, :at
                        FROM decision d WHERE d.claim = :claim ORDER BY d.n DESC LIMIT 1
                        """)
                .bind("claim", claim.number().text())
                .bind("bill", part.bill())
                .bind("kind", part.kind().name())
                .bind("fen", part.fen().value())
                .bind("other", part.other().map(ClaimNumber::text))
                .bind("note", part.note())
                .bind("claimant", Persons.bytes(claim.claimant()))
                .bind("patient", Persons.bytes(claim.patient()))
                .bind("taker", Persons.bytes(claim.takenInBy()))
                .bind("clerk", Persons.bytes(part.clerk().person()))
                .bind("name", part.clerk().name())
                .bind("key", part.key())
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute();
    }

    /** All of a claim, the oldest first. */
    List<Settlement> of(Handle handle, ClaimNumber claim) {
        return list(handle, "claim = :claim", claim);
    }

    /** Those by which the payment of this claim is less. */
    List<Settlement> against(Handle handle, ClaimNumber claim) {
        return list(handle, "other = :claim AND state <> 'LAPSED'", claim);
    }

    /** The next to be put on the ledger, or whose receipt is to be fetched. */
    Optional<Settlement> due(Handle handle, ClaimNumber claim) {
        return list(handle, "claim = :claim AND state IN ('RECORDED', 'ON_LEDGER')", claim).stream()
                .findFirst();
    }

    /** The write-off that another organisation has to confirm. */
    Optional<Settlement> pending(Handle handle, ClaimNumber claim) {
        return list(handle, "claim = :claim AND state = 'PENDING'", claim).stream().findFirst();
    }

    /** What came in under a key before. */
    boolean isKnown(Handle handle, ClaimNumber claim, String key) {
        return handle.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM settlement WHERE claim = :claim AND idempotency_key = :key)
                        """)
                .bind("claim", claim.text())
                .bind("key", key)
                .mapTo(Boolean.class)
                .one();
    }

    /** Who decided what stands now; nobody on the automatic route. */
    Optional<byte[]> decider(Handle handle, ClaimNumber claim) {
        return handle.createQuery(
                        "SELECT decider FROM decision WHERE claim = :claim ORDER BY n DESC LIMIT 1")
                .bind("claim", claim.text())
                .map((row, context) -> Optional.ofNullable(row.getBytes("decider")))
                .findOne()
                .flatMap(decider -> decider);
    }

    /**
     * Takes a step.
     *
     * @throws Overtaken if it is no longer in the state it was read in
     */
    void move(Handle tx, Claim claim, Settlement part, State to) {
        move(tx, claim, part, to, part.digest());
    }

    /** The same, with what another organisation confirms. */
    void move(Handle tx, Claim claim, Settlement part, State to, Optional<String> digest) {
        if (!part.state().next().contains(to)) {
            throw new IllegalStateException(part.state() + " never leads to " + to);
        }
        int moved =
                tx.createUpdate(
                                """
                                UPDATE settlement SET state = :to, digest = :digest
                                WHERE claim = :claim AND n = :n AND state = :from
                                """)
                        .bind("to", to.name())
                        .bind("digest", digest)
                        .bind("claim", part.claim().text())
                        .bind("n", part.n())
                        .bind("from", part.state().name())
                        .execute();
        if (moved != 1) {
            throw new Overtaken(claim.number(), claim.state());
        }
    }

    /** Write-offs that would give up more than is still wanted come to nothing. */
    void lapse(Handle tx, Owed owed) {
        tx.createUpdate(
                        """
                        UPDATE settlement SET state = 'LAPSED'
                        WHERE claim = :claim AND bill = :bill AND state = 'PENDING' AND fen > :open
                        """)
                .bind("claim", owed.claim().text())
                .bind("bill", owed.bill())
                .bind("open", owed.open().value())
                .execute();
    }

    private static List<Settlement> list(Handle handle, String which, ClaimNumber claim) {
        return handle.createQuery("SELECT * FROM settlement WHERE " + which + " ORDER BY claim, n")
                .bind("claim", claim.text())
                .map((row, context) -> read(row))
                .list();
    }

    private static Settlement read(ResultSet row) throws SQLException {
        return new Settlement(
                new ClaimNumber(row.getString("claim")),
                row.getInt("n"),
                row.getObject("bill", UUID.class),
                Kind.valueOf(row.getString("kind")),
                new Fen(row.getLong("fen")),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("other")).map(ClaimNumber::new),
                Optional.ofNullable(row.getString("digest")),
                row.getString("note"),
                row.getString("name"),
                row.getTimestamp("at").toInstant());
    }
}
