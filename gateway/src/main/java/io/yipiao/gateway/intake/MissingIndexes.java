package io.yipiao.gateway.intake;

import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Fills in the places of bills that came while the ledger could not be asked. */
public final class MissingIndexes {
    private static final int PORTION = 2_000;

    private final Database database;
    private final IndexSource source;

    public MissingIndexes(Database database, IndexSource source) {
        this.database = database;
        this.source = source;
    }

    private record Missing(UUID id, BillId identity) {}

    /**
     * Fills in what is missing, as far as the ledger answers.
     *
     * @return how many bills got their places
     */
    public int fill() throws Refused {
        int filled = 0;
        for (List<Missing> portion = missing(); !portion.isEmpty(); portion = missing()) {
            Optional<List<byte[]>> places =
                    source.indexes(portion.stream().map(Missing::identity).toList());
            if (places.isEmpty()) {
                return filled;
            }
            write(portion, places.get());
            filled += portion.size();
        }
        return filled;
    }

    private List<Missing> missing() {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT id, identity FROM bill WHERE bill_index IS NULL
                                ORDER BY registered_at LIMIT :portion
                                """)
                        .bind("portion", PORTION)
                        .map((row, context) ->
                                new Missing(
                                        row.getObject("id", UUID.class),
                                        parse(row.getBytes("identity"))))
                        .list());
    }

    private void write(List<Missing> portion, List<byte[]> places) {
        database.changeInTransaction(tx -> {
            try (var batch =
                    tx.prepareBatch("UPDATE bill SET bill_index = :place WHERE id = :id")) {
                IntStream.range(0, portion.size())
                        .forEach(i ->
                                batch.bind("place", places.get(i))
                                        .bind("id", portion.get(i).id())
                                        .add());
                batch.execute();
            }
        });
    }

    private static BillId parse(byte[] stored) {
        try {
            return IdentityBytes.parse(stored);
        } catch (FieldException e) {
            throw new IllegalStateException("a stored identity does not read", e);
        }
    }
}
