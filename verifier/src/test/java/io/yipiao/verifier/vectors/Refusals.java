package io.yipiao.verifier.vectors;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** That something is refused, and for the reason meant. */
public final class Refusals {
    private Refusals() {}

    /** Expects this exception, whose message says this among other things. */
    public static void assertRefused(
            Class<? extends Exception> kind, String reason, Executable attempt) {
        String message = assertThrows(kind, attempt).toString();
        assertTrue(message.contains(reason), message);
    }
}
