package io.yipiao.gateway.screen;

import io.yipiao.gateway.intake.ItemKey;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FeeLine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the lines of two bills together by item. Lines are of one item if their codes or their names
 * are the same, or if both are the same as a third's: a drug has several codes, and a code several
 * spellings of a name.
 */
final class Items {
    private final Map<String, String> above = new HashMap<>();

    private Items() {}

    /** The items of two bills, in the order of the left bill's lines, then of the right one's. */
    static List<ItemMatch> of(Bill left, Bill right) {
        Items items = new Items();
        left.lines().forEach(items::join);
        right.lines().forEach(items::join);
        Map<String, List<FeeLine>> lefts = items.groups(left);
        Map<String, List<FeeLine>> rights = items.groups(right);
        List<ItemMatch> matches = new ArrayList<>();
        lefts.forEach((item, lines) ->
                matches.add(
                        new ItemMatch(
                                new ItemSide(lines),
                                new ItemSide(rights.getOrDefault(item, List.of())))));
        rights.forEach((item, lines) -> {
            if (!lefts.containsKey(item)) {
                matches.add(new ItemMatch(new ItemSide(List.of()), new ItemSide(lines)));
            }
        });
        return matches;
    }

    private Map<String, List<FeeLine>> groups(Bill bill) {
        Map<String, List<FeeLine>> groups = new LinkedHashMap<>();
        for (FeeLine line : bill.lines()) {
            groups.computeIfAbsent(topOf(name(ItemKey.of(line))), item -> new ArrayList<>())
                    .add(line);
        }
        return groups;
    }

    private void join(FeeLine line) {
        ItemKey key = ItemKey.of(line);
        String top = topOf(name(key));
        if (!key.code().isEmpty()) {
            above.put(topOf("code " + key.code()), top);
        }
    }

    private static String name(ItemKey key) {
        return "name " + key.name();
    }

    /** Follows what was joined, and shortens the way for the next. */
    private String topOf(String item) {
        String top = item;
        for (String next = above.get(top);
                next != null && !next.equals(top);
                next = above.get(top)) {
            top = next;
        }
        above.put(item, top);
        return top;
    }
}
