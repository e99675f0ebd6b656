package io.yipiao.gateway.session;

/** How somebody came back from the OpenID provider. */
public sealed interface Arrival {
    /**
     * He is in.
     *
     * @param text of a new session
     * @param back where he was before
     */
    record Entered(SessionText text, SignedIn who, Back back) implements Arrival {}

    /** He is not. */
    record Refused(Reason reason) implements Arrival {}

    /** Why. */
    enum Reason {
        /** The answer is not shaped like one, or names another provider. */
        ANSWER_MALFORMED,
        /**
         * Nobody is waited for with this state: used, older than ten minutes, another browser's.
         */
        STATE_UNKNOWN,
        /** The provider did not let him in, or he did not want to. */
        PROVIDER_REFUSED,
        /** The provider does not know the code, or its answer cannot be read. */
        CODE_REFUSED,
        /** Signature, issuer, audience, nonce or time of the ID token is wrong. */
        TOKEN_REFUSED,
        /** He had to sign in at the provider once more, and it does not say that he did. */
        NOT_ANEW,
        /** The claims give no role that we know. */
        NO_ROLE,
        /** A role asks for a claim that is missing, or a claim is not of its shape. */
        CLAIMS_INCOMPLETE,
        /** The provider cannot be reached; try again. */
        PROVIDER_UNREACHABLE
    }
}
