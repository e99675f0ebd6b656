package io.yipiao.gateway.access;

/** What a token's owner acts as; a token may bear several. */
public enum Role {
    /** A hospital or pharmacy, for its own bills. */
    HOSPITAL,
    /** A person, for himself and those who gave him a mandate. */
    CITIZEN,
    /** A person who files for others (代办). */
    AGENT,
    /** Decides claims. */
    CLERK,
    /** Stands over the clerks. */
    SUPERVISOR,
    /** Who reimburses. */
    PAYER,
    /** Reads, and changes nothing. */
    AUDITOR,
    /** Enrols hospitals and makes tokens. */
    ADMIN
}
