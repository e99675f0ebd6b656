package io.yipiao.gateway.ledger.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The model of one issuer: its keys by number, what was anchored under them, the numbers it was
 * given, and what administrators asked for that nobody confirmed yet.
 */
final class Ring {
    /** Numbers 0 to 9, 10 to 19 and 5 to 14 of a code; the last is given to nobody enrolled. */
    static final List<int[]> RANGES =
            List.of(new int[] {0, 9}, new int[] {10, 19}, new int[] {5, 14}, new int[] {20, 29});

    private final Map<String, Asked> asked = new HashMap<>();
    private final List<int[]> ranges = new ArrayList<>();
    private final Map<Integer, Integer> anchored = new TreeMap<>();
    private final TreeSet<Integer> suspended = new TreeSet<>();
    private final Map<Integer, Key> keys = new LinkedHashMap<>();
    private boolean enrolled;
    private String name = "";
    private long version;

    /** A key by its number. */
    private record Key(int key, boolean revoked, String suspectSince) {}

    /** Who asked, under which rules. */
    private record Asked(boolean first, long version) {}

    /** A try on a copy of what stands, which says whether it would change anything. */
    private interface Try {
        boolean change() throws No;
    }

    String play(KeyMove move) throws No {
        return switch (move.what()) {
            case "enrol" -> confirmed(move, () -> enrol(move, "first"));
            case "rename" -> confirmed(move, () -> enrol(move, "second"));
            case "revoke" -> confirmed(move, () -> revoke(move));
            case "suspend" -> suspend(move);
            case "rotate" -> rotate(move);
            case "anchor" -> anchor(move);
            case "series" -> series(move);
            default -> throw new IllegalArgumentException(move.what());
        };
    }

    /** The first asks; another organisation's administrator, under the same rules, carries out. */
    private String confirmed(KeyMove move, Try change) throws No {
        Map<Integer, Key> keysBefore = new LinkedHashMap<>(keys);
        TreeSet<Integer> suspendedBefore = new TreeSet<>(suspended);
        boolean enrolledBefore = enrolled;
        String nameBefore = name;
        boolean changes;
        boolean done = false;
        String call = arguments(move);
        Asked waits = asked.get(call);
        boolean waiting = waits != null && waits.version == version;
        try {
            changes = change.change();
            done = changes && waiting && waits != null && waits.first != move.first();
        } finally {
            if (!done) {
                keys.clear();
                keys.putAll(keysBefore);
                suspended.clear();
                suspended.addAll(suspendedBefore);
                enrolled = enrolledBefore;
                name = nameBefore;
            }
        }
        if (!changes) {
            return "ALREADY";
        }
        if (done) {
            asked.remove(call);
            return "DONE";
        }
        if (!waiting) {
            asked.put(call, new Asked(move.first(), version));
        }
        return "PENDING";
    }

    /** What of a move the call's arguments hold. */
    private static String arguments(KeyMove move) {
        return move.what().equals("revoke")
                ? "revoke " + move.seq() + " " + since(move)
                : move.what() + " " + move.seq() + " " + move.key();
    }

    private boolean enrol(KeyMove move, String called) throws No {
        boolean changed = !enrolled || !called.equals(name) || suspended.contains(move.seq());
        boolean added = isNew(move.seq(), move.key());
        if (added) {
            keys.put(move.seq(), new Key(move.key(), false, ""));
        }
        suspended.remove(move.seq());
        enrolled = true;
        name = called;
        return changed || added;
    }

    /** A number has one key for good, and a key one number. */
    private boolean isNew(int seq, int key) throws No {
        for (Map.Entry<Integer, Key> standing : keys.entrySet()) {
            boolean sameNumber = standing.getKey() == seq;
            boolean sameKey = standing.getValue().key == key;
            if (sameNumber && sameKey) {
                return false;
            }
            No.when(sameNumber || sameKey, "BAD_REQUEST");
        }
        return true;
    }

    private boolean revoke(KeyMove move) throws No {
        Key key = known(move.seq());
        String since = since(move).isEmpty() ? key.suspectSince : since(move);
        Key revoked = new Key(key.key, true, since);
        keys.put(move.seq(), revoked);
        return !revoked.equals(key);
    }

    /** Half of the revocations say since when the key is suspected. */
    static String since(KeyMove move) {
        return move.good() ? "" : "2026-0%d-01T00:00:00Z".formatted(move.other());
    }

    /** Which key seals a batch: the one that is meant, or the next. */
    static int sealer(KeyMove move) {
        return move.good() ? move.key() : (move.key() + 1) % 4;
    }

    private String suspend(KeyMove move) throws No {
        known(move.seq());
        if (isStopped(move.seq())) {
            return "ALREADY";
        }
        suspended.add(move.seq());
        // What was asked for before has to be asked for anew.
        version++;
        return "DONE";
    }

    private String rotate(KeyMove move) throws No {
        Key old = known(move.seq());
        No.when(!move.good() || old.key != move.key(), "BAD_SEAL");
        if (!isNew(move.other(), move.other() - 1)) {
            return "ALREADY";
        }
        No.when(isStopped(move.seq()), "REVOKED_KEY");
        keys.put(move.other(), new Key(move.other() - 1, false, ""));
        return "DONE";
    }

    private String anchor(KeyMove move) throws No {
        Key key = known(move.seq());
        No.when(key.key != sealer(move), "BAD_SEAL");
        if (anchored.containsKey(move.other())) {
            return "ALREADY";
        }
        No.when(isStopped(move.seq()), "REVOKED_KEY");
        anchored.put(move.other(), move.seq());
        return "ANCHORED";
    }

    private String series(KeyMove move) throws No {
        No.when(move.first(), "FORBIDDEN");
        int[] range = RANGES.get(move.other() - 1);
        if (ranges.contains(range)) {
            return "ALREADY";
        }
        No.when(!enrolled, "UNKNOWN_ISSUER");
        No.when(
                ranges.stream().anyMatch(one -> one[0] <= range[1] && range[0] <= one[1]),
                "OVERLAP");
        ranges.add(range);
        return "DONE";
    }

    private Key known(int seq) throws No {
        No.when(!enrolled, "UNKNOWN_ISSUER");
        Key key = keys.get(seq);
        if (key == null) {
            throw new No("UNKNOWN_KEY");
        }
        return key;
    }

    private boolean isStopped(int seq) {
        Key key = keys.get(seq);
        return suspended.contains(seq) || (key != null && key.revoked);
    }

    /** Under which key a batch was anchored; none if it was not. */
    Map<Integer, Integer> anchored() {
        return anchored;
    }

    /** The issuer's record in short: name, keys by number, and which are suspended. */
    String record() {
        if (!enrolled) {
            return "nothing";
        }
        StringBuilder record = new StringBuilder(name);
        keys.forEach((seq, key) ->
                record.append(" ")
                        .append(seq)
                        .append(key.revoked ? " revoked " : " ")
                        .append(key.suspectSince));
        return record + " " + suspended;
    }
}
