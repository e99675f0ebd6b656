package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.Fen;

/** What became of an order to correct a stamp. */
public sealed interface Corrected {

    /** It stands; the ledger may still have to follow. */
    record Done(ClaimView claim) implements Corrected {}

    /** There is no such claim. */
    record Unknown() implements Corrected {}

    /** He is claimant or patient, or took the claim in. */
    record OwnClaim() implements Corrected {}

    /** He is no supervisor, or decided the claim himself. */
    record ForAnother() implements Corrected {}

    /** There is no stamp to be corrected at this moment. */
    record NotStamped(ClaimView claim) implements Corrected {}

    /**
     * REVOKE: more than is stamped; AMEND: what comes out is not more than that.
     *
     * @param stamped what is stamped
     * @param asked what was asked for, or comes out
     */
    record WrongAmount(Fen stamped, Fen asked) implements Corrected {}

    /** AMEND: he looked at another amount. */
    record SheetChanged(Fen now) implements Corrected {}
}
