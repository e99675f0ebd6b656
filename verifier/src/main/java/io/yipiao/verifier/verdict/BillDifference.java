package io.yipiao.verifier.verdict;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where two contents of a bill differ, field by field: what a clerk is shown of a conflict, and
 * which fee line of a file was changed.
 *
 * @param path the field in the bill's JSON, such as {@code lines[3].amount}; list places count from
 *     0
 * @param first its value in the first, as JSON; empty where it has none
 * @param second its value in the second
 */
public record BillDifference(String path, String first, String second) {

    /** All differences of two bills, in the order of the canonical JSON. */
    public static List<BillDifference> between(Bill first, Bill second) {
        List<BillDifference> found = new ArrayList<>();
        compare("", CanonicalForm.bill(first), CanonicalForm.bill(second), found);
        return List.copyOf(found);
    }

    private static void compare(String path, Json first, Json second, List<BillDifference> found) {
        if (first instanceof Json.Members one && second instanceof Json.Members other) {
            members(path, one, other, found);
        } else if (first instanceof Json.Items one && second instanceof Json.Items other) {
            items(path, one.values(), other.values(), found);
        } else if (!first.equals(second)) {
            found.add(new BillDifference(path, Jcs.text(first), Jcs.text(second)));
        }
    }

    private static void members(
            String path, Json.Members first, Json.Members second, List<BillDifference> found) {
        TreeSet<String> names = new TreeSet<>(first.values().keySet());
        names.addAll(second.values().keySet());
        for (String name : names) {
            String under = path.isEmpty() ? name : path + "." + name;
            Optional<Json> one = Optional.ofNullable(first.values().get(name));
            Optional<Json> other = Optional.ofNullable(second.values().get(name));
            if (one.isPresent() && other.isPresent()) {
                compare(under, one.get(), other.get(), found);
            } else {
                found.add(new BillDifference(under, text(one), text(other)));
            }
        }
    }

    private static void items(
            String path, List<Json> first, List<Json> second, List<BillDifference> found) {
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            String at = path + "[" + i + "]";
            if (i < first.size() && i < second.size()) {
                compare(at, first.get(i), second.get(i), found);
            } else if (i < first.size()) {
                found.add(new BillDifference(at, Jcs.text(first.get(i)), ""));
            } else {
                found.add(new BillDifference(at, "", Jcs.text(second.get(i))));
            }
        }
    }

    private static String text(Optional<Json> value) {
        return value.map(Jcs::text).orElse("");
    }
}
