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
    SUPERVISOR(Optional.of(Caller.INSURANCE)),
    /** Opens number series. */
    SERIES("admin", Optional.of(Caller.FINANCE));

    private final Optional<String> value;
    private final Optional<String> msp;

    Role(Optional<String> msp) {
        this.value = Optional.empty();
        this.msp = msp;
    }

    Role(String value, Optional<String> msp) {
        this.value = Optional.of(value);
        this.msp = msp;
    }

    public boolean isOf(Caller caller) {
        return caller.has(Caller.ROLE, value.orElseGet(() -> name().toLowerCase(Locale.ROOT)))
                && msp.map(caller.msp()::equals).orElse(true);
    }
}
