package io.yipiao.gateway.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A transaction as a block holds it.
 *
 * @param id names it; a copy has its first's
 * @param validity only a valid one's writes are state
 * @param time its proposal's, which the client set
 * @param writes the keys of {@code registry} with their new values, canonical JSON
 */
public record LedgerTransaction(
        TransactionId id, Validity validity, Instant time, SortedMap<String, byte[]> writes) {
    public LedgerTransaction {
        writes = Collections.unmodifiableSortedMap(new TreeMap<>(writes));
    }

    public boolean isValid() {
        return validity == Validity.VALID;
    }
}
