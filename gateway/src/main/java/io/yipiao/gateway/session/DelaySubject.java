package io.yipiao.gateway.session;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom failures are counted for.
 *
 * @param hash of the login or address; the text itself is not kept, as a password may have been
 *     typed in the login's place
 * @param free how many failures cost nothing
 * @param window how long after the first failure they count together
 * @param forgivesAll whether one success forgives all failures, or only takes back its own count:
 *     who guesses at others' logins may have one of his own
 */
record DelaySubject(Digest hash, int free, Duration window, boolean forgivesAll) {
    /** The third failure is the first that costs time. */
    static DelaySubject login(String login) {
        return new DelaySubject(hash("login", login), 2, Duration.ofDays(1), true);
    }

    /** Coarser, as many people share an address: the twentieth failure within 15 minutes. */
    static DelaySubject address(String address) {
        return new DelaySubject(hash("address", address), 19, Duration.ofMinutes(15), false);
    }

    /** An attempt's subjects, in the order in which they are locked. */
    static List<DelaySubject> of(String login, Optional<String> address) {
        List<DelaySubject> subjects = new ArrayList<>();
        address.map(DelaySubject::address).ifPresent(subjects::add);
        subjects.add(login(login));
        return subjects;
    }

    private static Digest hash(String kind, String text) {
        return new Sm3("yipiao/sign-in-" + kind + "/1\0")
                .add(text.getBytes(StandardCharsets.UTF_8))
                .digest();
    }
}
