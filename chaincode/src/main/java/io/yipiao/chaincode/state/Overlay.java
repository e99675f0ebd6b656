package io.yipiao.chaincode.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Values over a ledger, or over another overlay, that show a rule its own writes. Each key is asked
 * for once below; nothing reaches what lies below until {@link #keep()}.
 */
public final class Overlay {
    private final Function<String, Optional<byte[]>> below;
    private final BiConsumer<String, byte[]> beneath;
    private final Map<String, Optional<byte[]>> known = new HashMap<>();
    // In the order of the keys, so that every endorser writes in the same order.
    private final TreeMap<String, byte[]> written = new TreeMap<>();

    private Overlay(Function<String, Optional<byte[]>> below, BiConsumer<String, byte[]> beneath) {
        this.below = below;
        this.beneath = beneath;
    }

    /** An overlay whose writes, once kept, go to the ledger. */
    public static Overlay over(LedgerState ledger) {
        return new Overlay(ledger::get, ledger::put);
    }

    /** An overlay whose writes, once kept, are seen in this one; forgotten, they leave nothing. */
    public Overlay nested() {
        return new Overlay(this::get, this::put);
    }

    public Optional<byte[]> get(String key) {
        return known.computeIfAbsent(key, below);
    }

    public void put(String key, byte[] value) {
        known.put(key, Optional.of(value));
        written.put(key, value);
    }

    /** Hands all writes down, each key once. */
    public void keep() {
        written.forEach(beneath);
        written.clear();
    }
}
