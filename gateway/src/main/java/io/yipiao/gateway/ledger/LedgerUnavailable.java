package io.yipiao.gateway.ledger;

/**
 * The ledger could not be reached, or did not answer in time. After a submission the outcome is
 * unknown: submit the same envelope again to learn it.
 */
public final class LedgerUnavailable extends RuntimeException {
    public LedgerUnavailable(String message) {
        super(message);
    }

    public LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
