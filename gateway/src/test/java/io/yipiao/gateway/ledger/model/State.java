package io.yipiao.gateway.ledger.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** All that the model knows of a ledger: places of bills, red bills, payers and series. */
final class State {
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Map<Long, Applied>> reds = new HashMap<>();
    final Map<String, Payer> payers = new HashMap<>();
    final Map<String, List<Range>> series = new HashMap<>();
    private final Map<String, Place> written = new HashMap<>();
    private final Map<String, Map<Long, Applied>> redWritten = new HashMap<>();

    /** Who reimburses. */
    record Payer(String kind, boolean suspended) {}

    /** Numbers of a code that were given to an issuer. */
    record Range(String from, String to, long issuer) {
        boolean holds(String number) {
            return from.compareTo(number) <= 0 && number.compareTo(to) <= 0;
        }

        boolean overlaps(Range other) {
            return from.compareTo(other.to) <= 0 && other.from.compareTo(to) <= 0;
        }
    }

    /** What became of a red bill of an issuer. */
    record Applied(String original, String fingerprint, String outcome) {}

    Payer payer(String id) {
        return Objects.requireNonNull(payers.get(id), id);
    }

    Place at(String index) {
        Place draft = written.get(index);
        return draft != null ? draft : places.getOrDefault(index, Place.UNKNOWN);
    }

    boolean has(String index) {
        return written.containsKey(index) || places.containsKey(index);
    }

    void put(String index, Place place) {
        written.put(index, place);
    }

    Map<Long, Applied> redsAt(String index) {
        Map<Long, Applied> draft = redWritten.get(index);
        return draft != null ? draft : reds.getOrDefault(index, Map.of());
    }

    void putRed(String index, long issuer, Applied applied) {
        Map<Long, Applied> more = new LinkedHashMap<>(redsAt(index));
        more.put(issuer, applied);
        redWritten.put(index, more);
    }

    /** What an item wrote stands from now on. */
    void keep() {
        places.putAll(written);
        reds.putAll(redWritten);
        forget();
    }

    /** A refused item leaves nothing. */
    void forget() {
        written.clear();
        redWritten.clear();
    }

    List<Range> seriesOf(String code) {
        return series.getOrDefault(code, List.of());
    }

    /** As {@code red/<index>} stands on the ledger; empty if nothing does. */
    Map<String, Object> redJson(String index) {
        List<Object> entries = new ArrayList<>();
        redsAt(index)
                .forEach((issuer, applied) -> {
                    Map<String, Object> entry = new TreeMap<>();
                    entry.put("issuer", issuer);
                    entry.put("original", applied.original);
                    entry.put("fingerprint", applied.fingerprint);
                    entry.put("outcome", applied.outcome);
                    entries.add(entry);
                });
        return entries.isEmpty() ? Map.of() : Map.of("applied", entries);
    }
}
