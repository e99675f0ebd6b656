package io.yipiao.gateway.session;

import java.time.Duration;

/** What a look at a login and a password gave. */
sealed interface Look {
    /** They belong together. */
    record Right(SignedIn who) implements Look {}

    /** They do not. */
    record Wrong() implements Look {}

    /** They were not looked at, as others failed before. */
    record TooEarly(Duration left) implements Look {}
}
