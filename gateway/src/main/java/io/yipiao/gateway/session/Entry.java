package io.yipiao.gateway.session;

import java.time.Duration;

/** The answer to an attempt to sign in. */
public sealed interface Entry {
    /**
     * He is in.
     *
     * @param text of a new session, whatever the browser held before
     */
    record Entered(SessionText text, SignedIn who) implements Entry {}

    /** Login or password is wrong, and it is not said which. */
    record Wrong() implements Entry {}

    /**
     * There were too many failures; this attempt was not looked at and does not count.
     *
     * @param left until the next one is looked at
     */
    record Wait(Duration left) implements Entry {}
}
