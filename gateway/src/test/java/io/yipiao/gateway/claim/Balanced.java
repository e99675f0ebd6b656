package io.yipiao.gateway.claim;

import io.yipiao.gateway.reconcile.Difference;
import io.yipiao.gateway.reconcile.Line;
import io.yipiao.gateway.reconcile.Reconciliation;
import io.yipiao.gateway.store.Database;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ledger and database beside one another, as the auditor's page lays them. */
final class Balanced {
    /** Tests of other databases are on the same ledger. */
    private static final Optional<Difference> OTHERS = Optional.of(Difference.SHARE_WITHOUT_CLAIM);

    private Balanced() {}

    /** Shares of claims of this database that are not the same on both sides. */
    static List<Line> differences(Database database) {
        return new Reconciliation(database, Set.of("basic"))
                .balance().differences().stream()
                        .filter(line -> line.what() == Line.What.SHARE)
                        .filter(line -> !line.difference().equals(OTHERS))
                        .toList();
    }
}
