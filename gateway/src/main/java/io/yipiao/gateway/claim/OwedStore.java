package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.BillIndex;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows that say what is wanted back, as the ledger has it. */
final class OwedStore {
    private final Clock clock;

    OwedStore(Clock clock) {
        this.clock = clock;
    }

    /** All that was ever wanted back of a claim, bill by bill, the oldest first. */
    List<Owed> of(Handle handle, ClaimNumber claim) {
        return handle.createQuery(
                        "SELECT * FROM recovery WHERE claim = :claim ORDER BY since, bill")
                .bind("claim", claim.text())
                .map((row, context) -> read(row))
                .list();
    }

    /** What is still wanted back of a claim. */
    static Fen open(List<Owed> all) {
        return all.stream().map(Owed::open).reduce(Fen.ZERO, Fen::plus);
    }

    /** A red bill took the bill of a claim back, and with it all that was stamped there. */
    void takenBack(Handle tx, Claim claim) {
        Fen stamped = claim.held().orElse(Fen.ZERO);
        want(
                tx,
                claim,
                stamped,
                """
                INSERT INTO recovery (claim, bill, bill_index, owed_fen, red_fen, since)
                VALUES (:claim, :bill, :index, :fen, :fen, :at)
                ON CONFLICT (claim, bill) DO UPDATE SET owed_fen = recovery.owed_fen + :fen, red_fen = :fen
                """);
        bear(tx, claim, Fen.ZERO);
    }

    /** A supervisor took a part of a stamp back, or all of it. */
    void revoked(Handle tx, Claim claim, Fen fen) {
        want(
                tx,
                claim,
                fen,
                """
                INSERT INTO recovery (claim, bill, bill_index, owed_fen, since)
                VALUES (:claim, :bill, :index, :fen, :at)
                ON CONFLICT (claim, bill) DO UPDATE SET owed_fen = recovery.owed_fen + :fen
                """);
        bear(tx, claim, claim.held().orElse(Fen.ZERO).minus(fen));
    }

    /** The bill that replaces a claim's bears this much of it. */
    void netted(Handle tx, ClaimNumber claim, UUID bill, Fen fen) {
        change(tx, "netted_fen = netted_fen + :fen", claim, bill, fen);
    }

    /** So much came back, or was given up. */
    void closed(Handle tx, ClaimNumber claim, UUID bill, Fen fen) {
        change(tx, "closed_fen = closed_fen + :fen", claim, bill, fen);
    }

    /** The bill that replaces a claim's bears nothing of it. */
    void alone(Handle tx, ClaimNumber claim, UUID bill) {
        change(tx, "alone = :fen = 0", claim, bill, Fen.ZERO);
    }

    /** What is open of it is to be set off against the next payments. */
    void fromNext(Handle tx, ClaimNumber claim, Clerk clerk, String note) {
        tx.createUpdate(
                        """
                        UPDATE recovery SET offset_by = :by, offset_name = :name, offset_note = :note
                        WHERE claim = :claim
                        """)
                .bind("by", Persons.bytes(clerk.person()))
                .bind("name", clerk.name())
                .bind("note", note)
                .bind("claim", claim.text())
                .execute();
    }

    private void want(Handle tx, Claim claim, Fen fen, String sql) {
        tx.createUpdate(sql)
                .bind("claim", claim.number().text())
                .bind("bill", claim.bill())
                .bind("index", claim.place().digest().bytes())
                .bind("fen", fen.value())
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute();
    }

    /** What the claim's bill bears of it from now on; of nothing later sheets build on nothing. */
    private static void bear(Handle tx, Claim claim, Fen rest) {
        tx.createUpdate(
                        """
                        UPDATE claim SET held_fen = :rest, counted = counted AND :rest > 0,
                            fund_fen = CASE WHEN :rest > 0 THEN :rest ELSE fund_fen END
                        WHERE number = :claim
                        """)
                .bind("rest", rest.value())
                .bind("claim", claim.number().text())
                .execute();
    }

    private static void change(Handle tx, String set, ClaimNumber claim, UUID bill, Fen fen) {
        int changed =
                tx.createUpdate(
                                "UPDATE recovery SET "
                                        + set
                                        + " WHERE claim = :claim AND bill = :bill")
                        .bind("fen", fen.value())
                        .bind("claim", claim.text())
                        .bind("bill", bill)
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("nothing is wanted back of claim " + claim);
        }
    }

    private static Owed read(ResultSet row) throws SQLException {
        Optional<PersonId> by = Persons.readNullable(row, "offset_by");
        String name = row.getString("offset_name");
        String note = row.getString("offset_note");
        return new Owed(
                new ClaimNumber(row.getString("claim")),
                row.getObject("bill", UUID.class),
                new BillIndex(Digest.of(row.getBytes("bill_index"))),
                new Fen(row.getLong("owed_fen")),
                ClaimRow.fen(row, "red_fen"),
                new Fen(row.getLong("netted_fen")),
                new Fen(row.getLong("closed_fen")),
                row.getBoolean("alone"),
                by.map(person -> new Owed.FromNext(new Clerk(person, name), note)),
                row.getTimestamp("since").toInstant());
    }
}
