package io.yipiao.gateway.reconcile;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing on the ledger beside what the database says of it.
 *
 * @param name a batch's issuer and root, a bill's index, or a claim's number
 * @param payer of a share, else empty
 * @param onLedger its state there; nothing if it is not there
 * @param ledgerAmount fen, or a batch's size
 * @param here its state here; nothing if it is not here
 * @param amountHere fen, or a batch's size
 * @param moving whether it is on its way, so that a difference says nothing
 */
public record Line(
        What what,
        String name,
        String payer,
        Optional<String> onLedger,
        OptionalLong ledgerAmount,
        Optional<String> here,
        OptionalLong amountHere,
        boolean moving,
        Optional<Difference> difference) {

    /** What is compared. */
    public enum What {
        BATCH,
        BILL,
        SHARE
    }
}
