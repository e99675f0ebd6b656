package io.yipiao.gateway.ledger;

import java.util.Optional;
import java.util.UUID;

/**
 * Something stored that is to be put on the ledger.
 *
 * @param kind the operation
 * @param batch the frozen batch to anchor, or the one the red bill stands in
 * @param bill the red bill to apply, once its batch is anchored; only for a reversal
 * @param urgent goes before what is not
 */
public record OutboxEntry(Kind kind, UUID batch, Optional<UUID> bill, boolean urgent) {

    /** The operations that intake asks for. */
    public enum Kind {
        ANCHOR,
        REVERSE
    }

    public OutboxEntry {
        if ((kind == Kind.REVERSE) != bill.isPresent()) {
            throw new IllegalArgumentException("a reversal, and nothing else, names a bill");
        }
    }

    /**
     * A frozen batch.
     *
     * @param holdsRedBill whether a reversal waits for this batch
     */
    public static OutboxEntry anchor(UUID batch, boolean holdsRedBill) {
        return new OutboxEntry(Kind.ANCHOR, batch, Optional.empty(), holdsRedBill);
    }

    /** A red bill of a frozen batch. */
    public static OutboxEntry reverse(UUID batch, UUID redBill) {
        return new OutboxEntry(Kind.REVERSE, batch, Optional.of(redBill), true);
    }
}
