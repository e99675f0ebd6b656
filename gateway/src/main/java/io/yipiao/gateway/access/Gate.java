package io.yipiao.gateway.access;

import java.util.Optional;

/** The one place where requests are held against the table of routes. */
public final class Gate {
    private final Tokens tokens;

    public Gate(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Whether a request may go on.
     *
     * @param authorization its Authorization header; a bad one is refused on open routes too
     */
    public Admission admit(Route route, Optional<String> authorization) {
        if (authorization.isEmpty()) {
            return route.open()
                    ? new Admission.Admitted(Optional.empty())
                    : new Admission.TokenMissing();
        }
        Optional<Principal> principal =
                authorization.flatMap(TokenText::ofHeader).flatMap(tokens::principal);
        if (principal.isEmpty()) {
            return new Admission.TokenUnknown();
        }
        return route.admits(principal)
                ? new Admission.Admitted(principal)
                : new Admission.RoleMissing(principal.get());
    }
}
