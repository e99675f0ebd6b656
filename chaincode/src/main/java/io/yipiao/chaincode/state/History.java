package io.yipiao.chaincode.state;

import java.time.Instant;
import java.util.List;

/** The former values of a key. Only the query {@code history} asks; no write ever depends on it. */
@FunctionalInterface
public interface History {

    /** All committed changes of a key, the newest first; none if the key was never written. */
    List<Change> history(String key);

    /**
     * One committed change.
     *
     * @param transactionId which transaction wrote
     * @param time that transaction's time
     * @param value what it wrote: the UTF-8 text of canonical JSON, as all values of this ledger
     */
    record Change(String transactionId, Instant time, String value) {}
}
