package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Principal;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.inquiry.Reader;

import java.util.Optional;

/** As whom a visitor reads a bill. */
public final class Readers {
    private Readers() {}

    /** A stranger, if nobody signed in. */
    public static Reader of(Optional<Principal> visitor) {
        return visitor.<Reader>map(Readers::of).orElseGet(Reader.Stranger::new);
    }

    private static Reader of(Principal principal) {
        if (principal.is(Role.CLERK)
                || principal.is(Role.SUPERVISOR)
                || principal.is(Role.AUDITOR)) {
            return new Reader.Official();
        }
        if (principal.is(Role.PAYER)) {
            return new Reader.Payer(principal.payer());
        }
        return principal.is(Role.CITIZEN) || principal.is(Role.AGENT)
                ? new Reader.Citizen(principal.person())
                : new Reader.Stranger();
    }
}
