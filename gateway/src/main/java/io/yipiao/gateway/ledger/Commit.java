package io.yipiao.gateway.ledger;

/** What became of a submitted transaction; never changed again by any later block. */
public sealed interface Commit {
    TransactionId id();

    /** The number of the block it stands in. */
    long block();

    /** It is valid: its writes are the ledger's state. */
    record Committed(TransactionId id, long block) implements Commit {}

    /** It lost a race (MVCC_READ_CONFLICT) and wrote nothing: propose anew. */
    record Lost(TransactionId id, long block) implements Commit {}

    /** It is invalid for another reason, which proposing anew will not cure, and wrote nothing. */
    record Invalid(TransactionId id, long block, Validity reason) implements Commit {}

    /** Reads a flag of the block that holds the first copy of a transaction. */
    static Commit of(TransactionId id, long block, Validity validity) {
        return switch (validity) {
            case VALID -> new Committed(id, block);
            case MVCC_READ_CONFLICT -> new Lost(id, block);
            default -> new Invalid(id, block, validity);
        };
    }
}
