package io.yipiao.verifier.audit;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.ShareState;

/**
 * What one claim of one payer takes of a bill, as far as sums and moves go.
 *
 * @param payer who reimburses
 * @param payerClass as what
 * @param claim under which claim
 * @param fen how much
 * @param state where it stands
 */
record AuditedShare(String payer, String payerClass, String claim, long fen, ShareState state) {
    private static final String COMMERCIAL = "COMMERCIAL";

    static AuditedShare read(Json.Members share) throws FieldException {
        return new AuditedShare(
                share.text("payer"),
                share.text("class"),
                share.text("claim"),
                share.whole("fen"),
                ShareState.of(share.text("state")));
    }

    boolean isOfSameClaim(AuditedShare other) {
        return payer.equals(other.payer) && claim.equals(other.claim);
    }

    /** Whether two claims' shares may not both be occupied: one class, or one commercial payer. */
    boolean excludes(AuditedShare other) {
        return payerClass.equals(other.payerClass)
                && (!payerClass.equals(COMMERCIAL) || payer.equals(other.payer));
    }

    @Override
    public String toString() {
        return "%d fen %s of %s (%s) under %s".formatted(fen, state, payer, payerClass, claim);
    }
}
