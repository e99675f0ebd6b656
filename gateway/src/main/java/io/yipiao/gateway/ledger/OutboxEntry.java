package io.yipiao.gateway.ledger;

import io.yipiao.verifier.bill.Relation;

import java.util.Optional;
import java.util.UUID;

/**
 * Something stored that is to be put on the ledger.
 *
 * @param kind the operation
 * @param batch the frozen batch to anchor, or the one the related bill stands in
 * @param bill the red bill or the paper to apply, once its batch is anchored
 * @param urgent goes before what is not
 */
public record OutboxEntry(Kind kind, UUID batch, Optional<UUID> bill, boolean urgent) {

    /** The operations that intake asks for. */
    public enum Kind {
        ANCHOR("anchor"),
        REVERSE("reverse"),
        EXCHANGE("exchange");

        private final String function;

        Kind(String function) {
            this.function = function;
        }

        /** The ledger's function that does it. */
        public String function() {
            return function;
        }

        /** What is asked for a bill that is related to another in this way, if anything is. */
        public static Optional<Kind> of(Relation.Kind relation) {
            return switch (relation) {
                case REVERSES -> Optional.of(REVERSE);
                case EXCHANGES -> Optional.of(EXCHANGE);
                case REPLACES -> Optional.empty();
            };
        }
    }

    public OutboxEntry {
        if ((kind == Kind.ANCHOR) == bill.isPresent()) {
            throw new IllegalArgumentException("all but an anchor name a bill");
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

    /** A red bill or a paper of a frozen batch. */
    public static OutboxEntry related(Kind kind, UUID batch, UUID bill) {
        return new OutboxEntry(kind, batch, Optional.of(bill), kind == Kind.REVERSE);
    }
}
