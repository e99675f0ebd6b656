package io.yipiao.verifier.audit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeenIdsTest {
    @Test
    void remembers_every_id_and_no_other() {
        SeenIds seen = new SeenIds();
        for (int i = 0; i < 20_000; i += 2) {
            seen.add("id " + i);
        }
        for (int i = 0; i < 20_000; i += 2) {
            assertTrue(seen.contains("id " + i));
            assertFalse(seen.contains("id " + (i + 1)));
        }
    }
}
