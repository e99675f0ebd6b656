package io.yipiao.gateway.session;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Hashes and verifies passwords (Argon2id: 19 MiB, two passes, one lane). Each takes 19 MiB while
 * it runs, so that only as many run at once as the machine has processors; others wait for their
 * turn.
 */
public final class Passwords {
    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns;
    private final PasswordHash nobody;

    /** With a turn for each processor. */
    public Passwords() {
        this(new Semaphore(Runtime.getRuntime().availableProcessors(), true));
    }

    Passwords(Semaphore turns) {
        this.turns = turns;
        this.nobody = PasswordHash.of("nobody's password", random);
    }

    /** What is to be stored of a password: a PHC string, another one each time. */
    public String hash(String password) {
        return inTurn(() -> PasswordHash.of(password, random).toString());
    }

    /**
     * Whether the password is the stored one.
     *
     * @param stored a PHC string; if there is none the answer is no, after just as long
     */
    public boolean verify(Optional<String> stored, String password) {
        PasswordHash hash = stored.map(PasswordHash::read).orElse(nobody);
        boolean agrees = inTurn(() -> hash.isOf(password));
        return agrees && stored.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
