package io.yipiao.gateway.projection;

import io.yipiao.gateway.ledger.TransactionId;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.receipt.ShareState;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What the ledger says, as far as its blocks are projected. */
public final class LedgerView {
    /** How often the checkpoint is looked at when another gateway projects. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Database database;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    public LedgerView(Database database) {
        this.database = database;
    }

    public Checkpoint checkpoint() {
        return database.with(ProjectionStore::checkpoint);
    }

    /** Waits until a block is projected, at most this long, and says whether it is. */
    public boolean await(long block, Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        lock.lockInterruptibly();
        try {
            while (checkpoint().nextBlock() <= block) {
                long left = Duration.between(Instant.now(), end).toNanos();
                if (left <= 0) {
                    return false;
                }
                long waited = moved.awaitNanos(Math.min(left, LOOK.toNanos()));
                assert waited <= left;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Tells those who wait that the checkpoint moved. */
    void moved() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public Optional<ProjectedBill> bill(BillIndex index) {
        return database.inTransaction(handle ->
                handle.createQuery(
                                """
                                SELECT state, provenance, fingerprint, claimable_fen, red, waiting,
                                    alias_of, EXISTS (SELECT FROM ledger_bill p
                                        WHERE p.alias_of = b.bill_index) AS exchanged
                                FROM ledger_bill b WHERE bill_index = :index
                                """)
                        .bind("index", index.digest().bytes())
                        .map((row, context) -> bill(index, row, shares(handle, index)))
                        .findOne());
    }

    /** The one bill that stands at a place, of a paper at its electronic bill's place. */
    public Optional<ProjectedBill> electronic(BillIndex index) {
        return bill(index).flatMap(this::electronic);
    }

    /** A paper's electronic bill; a bill that is no paper is its own. */
    public Optional<ProjectedBill> electronic(ProjectedBill bill) {
        return bill.aliasOf().map(this::bill).orElse(Optional.of(bill));
    }

    /**
     * When the ledger last wrote a bill that it has opened with this content: it was anchored
     * before, by whatever gateway.
     */
    public Optional<Instant> openedBefore(BillIndex index, Fingerprint fingerprint) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT t.at FROM ledger_bill b
                                JOIN ledger_transaction t ON t.id = b.transaction_id
                                WHERE b.bill_index = :index AND b.fingerprint = :fingerprint
                                """)
                        .bind("index", index.digest().bytes())
                        .bind("fingerprint", fingerprint.digest().bytes())
                        .map((row, context) -> row.getTimestamp("at").toInstant())
                        .findOne());
    }

    public Optional<ProjectedBatch> batch(int issuer, Digest root) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT size, key_seq, transaction_id, block, at
                                FROM ledger_batch WHERE issuer = :issuer AND root = :root
                                """)
                        .bind("issuer", issuer)
                        .bind("root", root.bytes())
                        .map((row, context) -> batch(issuer, root, row))
                        .findOne());
    }

    public Optional<ProjectedIssuer> issuer(int number) {
        return issuers().stream().filter(issuer -> issuer.number() == number).findFirst();
    }

    /** All issuers, in the order of their numbers. */
    public List<ProjectedIssuer> issuers() {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT number, value, changed_at FROM ledger_issuer
                                ORDER BY number
                                """)
                        .map((row, context) -> issuer(row))
                        .list());
    }

    /** Whether a payer is enrolled. */
    public boolean hasPayer(String id) {
        return database.with(handle ->
                handle.createQuery("SELECT count(*) FROM ledger_payer WHERE id = :id")
                                .bind("id", id)
                                .mapTo(Long.class)
                                .one()
                        > 0);
    }

    private static List<ProjectedShare> shares(Handle handle, BillIndex index) {
        return handle.createQuery(
                        """
                        SELECT payer, class, claim, fen, state FROM ledger_share
                        WHERE bill_index = :index ORDER BY place
                        """)
                .bind("index", index.digest().bytes())
                .map((row, context) ->
                        new ProjectedShare(
                                row.getString("payer"),
                                row.getString("class"),
                                row.getString("claim"),
                                new Fen(row.getLong("fen")),
                                ShareState.valueOf(row.getString("state"))))
                .list();
    }

    private static ProjectedBill bill(BillIndex index, ResultSet row, List<ProjectedShare> shares)
            throws SQLException {
        return new ProjectedBill(
                index,
                ProjectedBill.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("provenance")).map(Provenance::valueOf),
                Optional.ofNullable(row.getBytes("fingerprint"))
                        .map(bytes -> new Fingerprint(Digest.of(bytes))),
                new Fen(row.getLong("claimable_fen")),
                index(row, "red"),
                waiting(row.getString("waiting")),
                shares,
                index(row, "alias_of"),
                row.getBoolean("exchanged"));
    }

    private static Optional<BillIndex> index(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column))
                .map(bytes -> new BillIndex(Digest.of(bytes)));
    }

    private static List<WaitingRed> waiting(@Nullable String stored) {
        try {
            return stored == null ? List.of() : WaitingRed.read(stored);
        } catch (FieldException e) {
            throw new IllegalStateException("red bills that wait do not read", e);
        }
    }

    private static ProjectedBatch batch(int issuer, Digest root, ResultSet row)
            throws SQLException {
        return new ProjectedBatch(
                issuer,
                root,
                row.getInt("size"),
                row.getInt("key_seq"),
                new TransactionId(row.getString("transaction_id")),
                row.getLong("block"),
                row.getTimestamp("at").toInstant());
    }

    private static ProjectedIssuer issuer(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        byte[] value = row.getString("value").getBytes(StandardCharsets.UTF_8);
        try {
            return ProjectedIssuer.read(
                    number,
                    JsonReader.readObject(value),
                    row.getTimestamp("changed_at").toInstant());
        } catch (FieldException e) {
            throw new IllegalStateException("issuer " + number + " does not read", e);
        }
    }
}
