package io.yipiao.verifier.verdict;

import io.yipiao.verifier.bill.Fen;

import java.time.Instant;
import java.util.Optional;

/**
 * What the ledger, or its projection, says of a bill.
 *
 * @param isReachable whether it is known to be up to date; if not, only what can never become
 *     untrue counts: anchored, in conflict, reversed
 * @param anchoredAt the time of the transaction that anchored this very fingerprint
 * @param isConflict whether two sealed contents stand at its index
 * @param isReversed whether a red bill counts against it
 * @param isExchanged whether it was exchanged for paper, or is that paper
 * @param claimable the limit of its shares
 * @param occupied held, stamped, recovering and written off together
 * @param held of these, what is only held
 */
public record LedgerFacts(
        boolean isReachable,
        Optional<Instant> anchoredAt,
        boolean isConflict,
        boolean isReversed,
        boolean isExchanged,
        Fen claimable,
        Fen occupied,
        Fen held) {

    /** The ledger could not be asked, and nothing is known from before. */
    public static final LedgerFacts UNREACHABLE =
            new LedgerFacts(
                    false, Optional.empty(), false, false, false, Fen.ZERO, Fen.ZERO, Fen.ZERO);

    /** The ledger was asked and knows nothing of the bill. */
    public static final LedgerFacts NOT_ANCHORED =
            new LedgerFacts(
                    true, Optional.empty(), false, false, false, Fen.ZERO, Fen.ZERO, Fen.ZERO);

    public LedgerFacts {
        if (held.compareTo(occupied) > 0) {
            throw new IllegalArgumentException("held " + held + " of occupied " + occupied);
        }
    }

    /** Occupied for good: a hold may still be released. */
    Fen settled() {
        return occupied.minus(held);
    }
}
