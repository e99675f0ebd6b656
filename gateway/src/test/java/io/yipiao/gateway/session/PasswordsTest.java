package io.yipiao.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void only_the_password_itself_verifies() {
        Optional<String> stored = Optional.of(passwords.hash("正确的马、电池、订书钉"));

        assertTrue(passwords.verify(stored, "正确的马、电池、订书钉"));
        assertFalse(passwords.verify(stored, "正确的马、电池、订书针"));
        assertFalse(passwords.verify(stored, ""));
    }

    @Test
    void what_is_stored_names_its_costs_and_is_another_each_time() {
        String one = passwords.hash("correct horse");

        assertTrue(one.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), one);
        assertEquals(one, PasswordHash.read(one).toString());
        assertNotEquals(one, passwords.hash("correct horse"));
    }

    @Test
    void nobody_has_no_password() {
        assertFalse(passwords.verify(Optional.empty(), "nobody's password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA"
                        + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$",
                "$argon2id$v=19$m=0,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA"
                        + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void reads_no_other_shape(String text) {
        assertThrows(IllegalArgumentException.class, () -> PasswordHash.read(text));
    }

    @Test
    void hashes_only_when_it_is_its_turn() {
        Semaphore turns = new Semaphore(1);
        Passwords waiting = new Passwords(turns);
        turns.acquireUninterruptibly();
        CompletableFuture<String> hash =
                CompletableFuture.supplyAsync(() -> waiting.hash("correct horse"));
        while (!turns.hasQueuedThreads()) {
            Thread.onSpinWait();
        }
        assertFalse(hash.isDone());

        turns.release();

        assertTrue(waiting.verify(Optional.of(hash.join()), "correct horse"));
        assertEquals(1, turns.availablePermits());
    }
}
