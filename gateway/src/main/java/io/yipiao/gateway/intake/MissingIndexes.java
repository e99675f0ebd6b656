package io.yipiao.gateway.intake;

import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
     * Fills in what is missing, as far as the ledger answers. Each bill is looked at once; one of a
     * year without an index key stays as it is, as the key may come.
     *
     * @return how many bills got their places
     */
    public int fill() {
        int filled = 0;
        UUID after = new UUID(0, 0);
        for (List<Missing> portion = missing(after); !portion.isEmpty(); portion = missing(after)) {
            Optional<List<Optional<BillIndex>>> places =
                    source.indexes(portion.stream().map(Missing::identity).toList());
            if (places.isEmpty()) {
                return filled;
            }
            filled += write(portion, places.get());
            after = portion.getLast().id();
        }
        return filled;
    }

    private List<Missing> missing(UUID after) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT id, identity FROM bill
                                WHERE bill_index IS NULL AND id > :after ORDER BY id LIMIT :portion
                                """)
                        .bind("after", after)
                        .bind("portion", PORTION)
                        .map((row, context) ->
                                new Missing(
                                        row.getObject("id", UUID.class),
                                        parse(row.getBytes("identity"))))
                        .list());
    }

    private int write(List<Missing> portion, List<Optional<BillIndex>> places) {
        return database.inTransaction(tx -> {
            int written = 0;
            try (var batch =
                    tx.prepareBatch("UPDATE bill SET bill_index = :place WHERE id = :id")) {
                for (int i = 0; i < portion.size(); i++) {
                    if (places.get(i).isPresent()) {
                        batch.bind("place", places.get(i).get().digest().bytes())
                                .bind("id", portion.get(i).id())
                                .add();
                        written++;
                    }
                }
                batch.execute();
            }
            return written;
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
