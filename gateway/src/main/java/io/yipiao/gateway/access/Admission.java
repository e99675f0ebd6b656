package io.yipiao.gateway.access;

import java.util.Optional;

/** The answer to "may this request go on?". */
public sealed interface Admission {
    /**
     * It may.
     *
     * @param principal empty for a stranger on an open route
     */
    record Admitted(Optional<Principal> principal) implements Admission {}

    /** The route asks for a token and the request has none. */
    record TokenMissing() implements Admission {}

    /** The request's token is none of ours, or was revoked. */
    record TokenUnknown() implements Admission {}

    /** The token is good, and its roles do not open the route. */
    record RoleMissing(Principal principal) implements Admission {}
}
