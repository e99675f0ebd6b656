package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.state.Caller;

import java.util.Locale;
import java.util.Optional;

/** What a certificate is for: its attribute {@code role}, and whose certificates may have it. */
public enum Role {
    /** Puts sealed bills and red bills on the ledger. */
    INTAKE(Optional.empty()),
    /** Takes shares for one payer, which the attribute {@code payer} names. */
    CLAIMS(Optional.empty()),
    /** Enrols, revokes, suspends. */
    ADMIN(Optional.empty()),
    /** Releases what others hold. */
    SUPERVISOR(Optional.of(Caller.INSURANCE));

    private final Optional<String> msp;

    Role(Optional<String> msp) {
        this.msp = msp;
    }

    public boolean isOf(Caller caller) {
        return caller.has(Caller.ROLE, name().toLowerCase(Locale.ROOT))
                && msp.map(caller.msp()::equals).orElse(true);
    }
}
