package io.yipiao.verifier.verdict;

/** Why the ledger refused a call. A refusal reads {@code CODE: sentence} and wrote nothing. */
public enum RefusalCode {
    /** The call is not of its form; the sentence names the field. */
    BAD_REQUEST,
    /** The caller's organisation or certificate may not do this. */
    FORBIDDEN,
    /** The ledger has no rules yet. */
    NO_RULES,
    /** This endorser's index key is not the one whose check value stands on the ledger. */
    WRONG_KEY,
    UNKNOWN_ISSUER,
    UNKNOWN_KEY,
    /** The issuer's key was revoked or suspended. */
    REVOKED_KEY,
    UNKNOWN_PAYER,
    SUSPENDED_PAYER,
    /** The batch's seal does not verify, or its root is not that of its leaves. */
    BAD_SEAL,
    /** The bill does not stand in the batch at that place. */
    BAD_PROOF,
    UNKNOWN_BATCH,
    /** The opened core is not of the batch's issuer, or not of a bill that can be claimed. */
    BAD_OPENING,
    /** Numbers of this series were given to somebody. */
    OVERLAP,
    /** The bill's number is in none of its issuer's series, or in another's. */
    OFF_SERIES,
    /** A bill said to be from elsewhere has a number that was given to an issuer here. */
    IN_SERIES,
    /** One call names a bill twice. */
    REPEATED,
    UNKNOWN_BILL,
    /** Two sealed contents stand at this bill's place; a person decides. */
    CONFLICT,
    /** The bill was reversed: nothing of it can be claimed. */
    REVERSED,
    /** The bill replaces another whose shares are not closed yet. */
    WAITS,
    /** The payer's class (a commercial payer: the payer) has an occupied share on this bill. */
    OCCUPIED,
    /** More than is left of the bill. */
    EXCEEDED,
    /** An amendment raises a stamp; this one would not. */
    NOT_HIGHER,
    UNKNOWN_SHARE,
    /** The share is not in the state that the operation starts from. */
    WRONG_STATE,
    /** The same payer, claim, operation and number came before with other content. */
    MISMATCH
}
