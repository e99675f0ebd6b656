package io.yipiao.gateway.intake;

import io.yipiao.gateway.secrets.Cell;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.reader.RawLine;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Keeps the lines of plain uploads that were refused, encrypted, so that their hospital can get
 * them back, correct them and send them again: the first {@value #MOST} of an upload and at most 16
 * MiB of them, for 30 days. A line that was too long to be read is not kept.
 */
public final class RefusedLines {
    /** How many an upload may leave behind. */
    public static final int MOST = 1_000;

    private static final long MOST_BYTES = 16L << 20;

    private final Database database;
    private final PersonalData personal;

    public RefusedLines(Database database, PersonalData personal) {
        this.database = database;
        this.personal = personal;
    }

    /** Keeps some lines of an upload, as far as there is room. */
    void keep(UUID upload, List<RawLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        database.changeInTransaction(tx -> {
            tx.execute("DELETE FROM upload_refused WHERE kept_at < now() - interval '30 days'");
            insert(tx, upload, fitting(tx, upload, lines));
        });
    }

    private static List<RawLine> fitting(Handle tx, UUID upload, List<RawLine> lines) {
        String sql =
                "SELECT count(*) AS lines, coalesce(sum(length(content)), 0) AS bytes"
                        + " FROM upload_refused WHERE upload = :upload";
        var kept = tx.createQuery(sql).bind("upload", upload).mapToMap().one();
        long count = ((Number) kept.getOrDefault("lines", 0)).longValue();
        long bytes = ((Number) kept.getOrDefault("bytes", 0)).longValue();
        List<RawLine> fitting = new ArrayList<>();
        for (RawLine line : lines) {
            if (line.isWhole() && count < MOST && bytes + line.length() <= MOST_BYTES) {
                fitting.add(line);
                count++;
                bytes += line.length();
            }
        }
        return fitting;
    }

    private void insert(Handle tx, UUID upload, List<RawLine> lines) {
        try (PreparedBatch rows =
                tx.prepareBatch(
                        """
                        INSERT INTO upload_refused (upload, line, content)
                        VALUES (:upload, :line, :content) ON CONFLICT DO NOTHING
                        """)) {
            for (RawLine line : lines) {
                rows.bind("upload", upload)
                        .bind("line", line.number())
                        .bind(
                                "content",
                                personal.encrypt(cell(upload, line.number()), line.bytes()))
                        .add();
            }
            if (rows.size() > 0) {
                rows.execute();
            }
        }
    }

    /** How many lines of one of an issuer's uploads can be had back. */
    public long count(UUID upload, int issuer) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT count(*) FROM upload_refused r JOIN upload u ON u.id = r.upload
                                WHERE u.id = :upload AND u.issuer = :issuer
                                """)
                        .bind("upload", upload)
                        .bind("issuer", issuer)
                        .mapTo(Long.class)
                        .one());
    }

    /**
     * Hands on the kept lines of one of an issuer's uploads as they came, without line ends, in
     * their order.
     *
     * @param taker says whether it wants more
     */
    public void each(UUID upload, int issuer, Predicate<byte[]> taker) {
        SortedMap<Long, byte[]> some = page(upload, issuer, 0);
        while (!some.isEmpty()) {
            for (Map.Entry<Long, byte[]> line : some.entrySet()) {
                if (!taker.test(personal.bytes(cell(upload, line.getKey()), line.getValue()))) {
                    return;
                }
            }
            some = page(upload, issuer, some.lastKey());
        }
    }

    private SortedMap<Long, byte[]> page(UUID upload, int issuer, long after) {
        SortedMap<Long, byte[]> lines = new TreeMap<>();
        database.changeInTransaction(handle ->
                handle.createQuery(
                                """
                                SELECT r.line, r.content FROM upload_refused r
                                JOIN upload u ON u.id = r.upload
                                WHERE u.id = :upload AND u.issuer = :issuer AND r.line > :after
                                ORDER BY r.line LIMIT 8
                                """)
                        .bind("upload", upload)
                        .bind("issuer", issuer)
                        .bind("after", after)
                        .map((row, context) ->
                                Map.entry(row.getLong("line"), row.getBytes("content")))
                        .list()
                        .forEach(line -> lines.put(line.getKey(), line.getValue())));
        return lines;
    }

    private static Cell cell(UUID upload, long line) {
        return new Cell("upload_refused.content", upload + "/" + line);
    }
}
