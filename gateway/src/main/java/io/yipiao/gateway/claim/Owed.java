package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.fingerprint.BillIndex;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a payer wants back of what a claim had stamped on a bill.
 *
 * @param bill where it was stamped
 * @param index the bill's place on the ledger
 * @param owed all that was ever wanted back
 * @param red of it what a red bill took back, if one did
 * @param netted of that what the bill that replaces bears
 * @param closed what was repaid, set off or written off
 * @param alone whether the bill that replaces bears nothing
 * @param fromNext who wants it set off against the next payments, and why, if anybody does
 */
record Owed(
        ClaimNumber claim,
        UUID bill,
        BillIndex index,
        Fen owed,
        Optional<Fen> red,
        Fen netted,
        Fen closed,
        boolean alone,
        Optional<FromNext> fromNext,
        Instant since) {

    /** A clerk's order, with its note. */
    record FromNext(Clerk clerk, String note) {}

    /** What is still wanted. */
    Fen open() {
        return owed.minus(netted).minus(closed);
    }

    /** What the bill that replaces may bear at most. */
    Fen nettable() {
        return red.map(fen -> fen.minus(netted).atMost(open())).orElse(Fen.ZERO);
    }
}
