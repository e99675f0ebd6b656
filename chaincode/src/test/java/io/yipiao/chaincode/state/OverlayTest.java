package io.yipiao.chaincode.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Callers;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class OverlayTest {
    private final List<String> calls = new ArrayList<>();
    private final Overlay overlay = Overlay.over(new Recorder(calls));

    @Test
    void asks_for_each_key_once() {
        assertEquals("below", read(overlay, "a"));
        assertEquals("below", read(overlay, "a"));
        assertEquals("nothing", read(overlay, "absent"));
        assertEquals("nothing", read(overlay, "absent"));
        assertEquals(List.of("get a", "get absent"), calls);
    }

    @Test
    void shows_its_own_writes_and_hands_them_down_once_in_the_order_of_keys() {
        write(overlay, "b", "1");
        write(overlay, "a", "2");
        write(overlay, "b", "3");
        assertEquals("3", read(overlay, "b"));
        assertEquals(List.of(), calls);
        overlay.keep();
        overlay.keep();
        assertEquals(List.of("put a 2", "put b 3"), calls);
    }

    @Test
    void forgets_a_nested_part_that_is_not_kept() {
        Overlay part = overlay.nested();
        write(part, "a", "1");
        assertEquals("1", read(part, "a"));
        assertEquals("below", read(overlay, "a"));
        overlay.keep();
        assertEquals(List.of("get a"), calls);
    }

    @Test
    void shows_a_nested_part_what_stands_above_the_ledger() {
        write(overlay, "a", "1");
        Overlay part = overlay.nested();
        assertEquals("1", read(part, "a"));
        write(part, "b", "2");
        part.keep();
        assertEquals("2", read(overlay, "b"));
        assertEquals(List.of(), calls);
    }

    private static String read(Overlay overlay, String key) {
        return overlay.get(key)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("nothing");
    }

    private static void write(Overlay overlay, String key, String value) {
        overlay.put(key, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A ledger that has something under every key but one. */
    private record Recorder(List<String> calls) implements LedgerState {
        @Override
        public Optional<byte[]> get(String key) {
            calls.add("get " + key);
            return key.equals("absent")
                    ? Optional.empty()
                    : Optional.of("below".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void put(String key, byte[] value) {
            calls.add("put " + key + " " + new String(value, StandardCharsets.UTF_8));
        }

        @Override
        public String transactionId() {
            return "";
        }

        @Override
        public Instant time() {
            return Instant.EPOCH;
        }

        @Override
        public Caller caller() {
            return Callers.nobody(Callers.FINANCE);
        }

        @Override
        public List<Change> history(String key) {
            return List.of();
        }
    }
}
