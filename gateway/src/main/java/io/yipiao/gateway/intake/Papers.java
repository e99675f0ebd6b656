package io.yipiao.gateway.intake;

import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The papers of bills (换开), and where they are. A paper of a paper stands for the first one's bill,
 * in whichever order they came.
 */
public final class Papers {
    private static final String PAPER =
            "SELECT p.bill, b.identity, p.state, p.moved_at FROM paper p";

    private final Database database;
    private final Bills bills;

    public Papers(Database database, Bills bills) {
        this.database = database;
        this.bills = bills;
    }

    /** The bill that a paper stands for, if it is stored here; a bill that is none is its own. */
    public Optional<StoredBill> electronic(StoredBill bill) {
        boolean isPaper =
                bill.bill().relation().stream()
                        .anyMatch(relation -> relation.kind() == Relation.Kind.EXCHANGES);
        if (!isPaper) {
            return Optional.of(bill);
        }
        return database.with(handle ->
                        handle.createQuery(
                                        """
                                        SELECT b.id FROM paper p JOIN bill b ON b.issuer = p.issuer
                                            AND b.identity IN (decode('01', 'hex') || p.electronic,
                                                decode('04', 'hex') || p.electronic)
                                        WHERE p.bill = :paper
                                            AND NOT EXISTS (SELECT FROM paper q WHERE q.bill = b.id)
                                        ORDER BY b.registered_at, b.id LIMIT 1
                                        """)
                                .bind("paper", bill.id())
                                .mapTo(UUID.class)
                                .findOne())
                .flatMap(bills::byId);
    }

    /** The papers of an issuer's bill, the oldest first; of a paper, those of its bill. */
    public List<Paper> of(StoredBill bill) {
        return database.with(handle ->
                handle.createQuery(
                                PAPER
                                        + """
                                         JOIN bill b ON b.id = p.bill
                                        WHERE p.issuer = :issuer AND p.electronic = coalesce(
                                            (SELECT q.electronic FROM paper q WHERE q.bill = :bill), :face)
                                        ORDER BY b.registered_at, b.id
                                        """)
                        .bind("issuer", bill.issuer())
                        .bind("bill", bill.id())
                        .bind("face", face(bill.bill().id()))
                        .map((row, context) -> paper(row))
                        .list());
    }

    /** One of an issuer's papers. */
    public Optional<Paper> byId(UUID paper, int issuer) {
        return database.with(handle ->
                handle.createQuery(
                                PAPER
                                        + " JOIN bill b ON b.id = p.bill"
                                        + " WHERE p.bill = :paper AND p.issuer = :issuer")
                        .bind("paper", paper)
                        .bind("issuer", issuer)
                        .map((row, context) -> paper(row))
                        .findOne());
    }

    /**
     * Records that a paper came back or was voided. Said again, it changes nothing.
     *
     * @param by who says so
     * @return whether the paper now is where it is said to be; false if it went another way before
     */
    public boolean move(UUID paper, int issuer, Paper.State to, String by) {
        if (!Paper.State.ISSUED.next().contains(to)) {
            throw new IllegalArgumentException("nothing becomes " + to);
        }
        database.with(handle ->
                handle.createUpdate(
                                """
                                UPDATE paper SET state = :to, moved_at = now(), moved_by = :by
                                WHERE bill = :paper AND issuer = :issuer AND state = 'ISSUED'
                                """)
                        .bind("to", to.name())
                        .bind("by", by)
                        .bind("paper", paper)
                        .bind("issuer", issuer)
                        .execute());
        return byId(paper, issuer).filter(now -> now.state() == to).isPresent();
    }

    /** Keeps a paper that is about to be stored, in the same transaction. */
    static void add(Handle tx, UUID paper, int issuer, BillId id, BillId exchanged) {
        byte[] face = face(id);
        lock(tx, exchanged);
        tx.createUpdate(
                        """
                        INSERT INTO paper (bill, issuer, face, electronic)
                        VALUES (:paper, :issuer, :face, coalesce(
                            (SELECT electronic FROM paper WHERE face = :exchanged
                                AND issuer = :issuer LIMIT 1), :exchanged))
                        """)
                .bind("paper", paper)
                .bind("issuer", issuer)
                .bind("face", face)
                .bind("exchanged", face(exchanged))
                .execute();
        // Papers of this paper that came before it.
        tx.createUpdate(
                        """
                        UPDATE paper SET electronic =
                            (SELECT electronic FROM paper WHERE bill = :paper)
                        WHERE electronic = :face AND issuer = :issuer
                        """)
                .bind("paper", paper)
                .bind("face", face)
                .bind("issuer", issuer)
                .execute();
    }

    /**
     * The paper that keeps a bill, or one of its papers, from being taken back; in a transaction.
     */
    static Optional<BillId> outOf(Handle tx, int issuer, BillId original) {
        lock(tx, original);
        return tx.createQuery(
                        PAPER
                                + """
                                 JOIN bill b ON b.id = p.bill
                                WHERE p.issuer = :issuer AND p.state = 'ISSUED'
                                    AND p.electronic = coalesce((SELECT q.electronic FROM paper q
                                        WHERE q.face = :face AND q.issuer = :issuer LIMIT 1), :face)
                                ORDER BY b.registered_at LIMIT 1
                                """)
                .bind("issuer", issuer)
                .bind("face", face(original))
                .map((row, context) -> paper(row).id())
                .findOne();
    }

    /** Makes all that is issued because of one bill wait for each other's transactions. */
    static void lock(Handle tx, BillId bill) {
        tx.createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:face, 71)) IS NULL")
                .bind("face", Hex.write(face(bill)))
                .mapTo(Boolean.class)
                .one();
    }

    /** Code and number, by which fiscal bill and paper are one on the ledger. */
    private static byte[] face(BillId id) {
        return Arrays.copyOfRange(IdentityBytes.of(id), 1, IdentityBytes.LENGTH);
    }

    private static Paper paper(ResultSet row) throws SQLException {
        try {
            return new Paper(
                    row.getObject("bill", UUID.class),
                    IdentityBytes.parse(row.getBytes("identity")),
                    Paper.State.valueOf(row.getString("state")),
                    Optional.ofNullable(row.getTimestamp("moved_at")).map(at -> at.toInstant()));
        } catch (FieldException e) {
            throw new IllegalStateException("a paper's identity does not read", e);
        }
    }
}
