package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;

/** Tells a claim that another one has the bill, and which, if that one went to the same payer. */
final class Taken {
    private Taken() {}

    static Optional<Move> by(Claim claim, Optional<BillOnLedger> bill) {
        return bill.flatMap(now -> now.takenBy(Payer.BASIC.payerClass().name(), claim.number()))
                .map(share -> {
                    boolean same = share.payer().equals(claim.payer());
                    return Move.byLedger(ClaimState.DUPLICATE, RefusalCode.OCCUPIED.name())
                            .because(Reason.CLAIMED)
                            .after(same ? number(share.claim()) : Optional.empty());
                });
    }

    /** Another gateway of the same payer may number its claims in its own way. */
    private static Optional<ClaimNumber> number(String claim) {
        try {
            return Optional.of(ClaimNumber.of(claim));
        } catch (FieldException e) {
            return Optional.empty();
        }
    }
}
