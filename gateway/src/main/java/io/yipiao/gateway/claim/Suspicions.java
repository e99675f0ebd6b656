package io.yipiao.gateway.claim;

import io.yipiao.gateway.intake.BillPlace;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedIssuer;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.seal.IssuerKey;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells which bills were anchored when their key may have been in other hands: between its theft,
 * as far as that is known, and its revocation. A person looks at them.
 */
public final class Suspicions {
    private final Database database;
    private final Bills bills;
    private final LedgerView view;

    Suspicions(Database database, Bills bills, LedgerView view) {
        this.database = database;
        this.bills = bills;
        this.view = view;
    }

    /** Since when the key of a bill is suspected, if the bill was not anchored before. */
    public Optional<Instant> since(UUID bill) {
        return isOfSuspect(bill) ? bills.place(bill).flatMap(this::since) : Optional.empty();
    }

    private Optional<Instant> since(BillPlace bill) {
        return view.issuer(bill.issuer()).map(ProjectedIssuer::keysWithSuspicion).stream()
                .flatMap(keys -> keys.stream())
                .filter(key -> key.seq() == bill.keySeq())
                .findFirst()
                .flatMap(IssuerKey::suspectSince)
                .filter(since ->
                        view.batch(bill.issuer(), bill.batchRoot())
                                .filter(batch -> batch.at().isBefore(since))
                                .isEmpty());
    }

    /** Hardly any hospital ever has such a key, so that is asked first and by itself. */
    private boolean isOfSuspect(UUID bill) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT EXISTS (SELECT FROM bill b JOIN ledger_issuer i ON i.number = b.issuer
                                    WHERE b.id = :bill AND i.value ~ '"(suspectSince|suspended)":')
                                """)
                        .bind("bill", bill)
                        .mapTo(Boolean.class)
                        .one());
    }
}
