package io.yipiao.gateway.watch;

import io.yipiao.gateway.ledger.PeerBlock;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of watched peers, and what the projection says of blocks. */
final class WatchStore {
    private final Database database;

    WatchStore(Database database) {
        this.database = database;
    }

    /**
     * Keeps how a peer stood; of one that did not answer, what it said last stays.
     *
     * @return when it answered last
     */
    Instant keep(Handle tx, Standing standing, Instant now) {
        return tx.createQuery(
                        """
                        INSERT INTO watched_peer AS w (peer, organisation, height, hash, commit_hash, lag, differs,
                            fault, seen_at, looked_at)
                        VALUES (:peer, :organisation, :height, :hash, :commit, :lag, :differs, :fault, :now, :now)
                        ON CONFLICT (peer) DO UPDATE SET organisation = excluded.organisation,
                            height = coalesce(excluded.height, w.height),
                            hash = CASE WHEN excluded.height IS NULL THEN w.hash ELSE excluded.hash END,
                            commit_hash = CASE WHEN excluded.height IS NULL THEN w.commit_hash
                                ELSE excluded.commit_hash END,
                            lag = CASE WHEN excluded.height IS NULL THEN w.lag ELSE excluded.lag END,
                            differs = CASE WHEN excluded.fault = '' THEN excluded.differs
                                ELSE w.differs OR excluded.differs END,
                            fault = excluded.fault,
                            seen_at = CASE WHEN excluded.fault = '' THEN excluded.seen_at ELSE w.seen_at END,
                            looked_at = excluded.looked_at
                        RETURNING seen_at
                        """)
                .bind("peer", standing.peer().host())
                .bind("organisation", standing.peer().organisation().name())
                .bind(
                        "height",
                        standing.height().isPresent()
                                ? Optional.of(standing.height().getAsLong())
                                : Optional.<Long>empty())
                .bind("hash", standing.last().map(PeerBlock::hash))
                .bind("commit", standing.last().flatMap(PeerBlock::commitHash))
                .bind("lag", standing.lag())
                .bind("differs", standing.differs())
                .bind("fault", standing.fault())
                .bind("now", now)
                .map((row, context) -> row.getTimestamp("seen_at").toInstant())
                .one();
    }

    /** Forgets peers that are no longer asked. */
    void forgetAllBut(Handle tx, List<String> peers) {
        tx.createUpdate("DELETE FROM watched_peer WHERE peer NOT IN (<peers>)")
                .bindList("peers", peers)
                .execute();
    }

    List<WatchedPeer> all() {
        return database.with(handle ->
                handle.createQuery("SELECT * FROM watched_peer ORDER BY organisation, peer")
                        .map((row, context) -> read(row))
                        .list());
    }

    /** Whether two peers differed when they were looked at last. */
    boolean anyDiffers(Handle handle) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM watched_peer WHERE differs)")
                .mapTo(Boolean.class)
                .one();
    }

    long projectedHeight() {
        return database.with(handle ->
                handle.createQuery("SELECT next_block FROM ledger_checkpoint")
                        .mapTo(Long.class)
                        .one());
    }

    Optional<PeerBlock> projectedBlock(long number) {
        return database.with(handle ->
                handle.createQuery("SELECT hash FROM ledger_block WHERE number = :number")
                        .bind("number", number)
                        .mapTo(String.class)
                        .map(hash -> new PeerBlock(number, hash, Optional.empty()))
                        .findOne());
    }

    private static WatchedPeer read(ResultSet row) throws SQLException {
        long height = row.getLong("height");
        return new WatchedPeer(
                row.getString("peer"),
                row.getString("organisation"),
                row.wasNull() ? OptionalLong.empty() : OptionalLong.of(height),
                Objects.requireNonNullElse(row.getString("hash"), ""),
                Objects.requireNonNullElse(row.getString("commit_hash"), ""),
                row.getLong("lag"),
                row.getBoolean("differs"),
                row.getString("fault").isEmpty(),
                row.getTimestamp("seen_at").toInstant(),
                row.getTimestamp("looked_at").toInstant());
    }
}
