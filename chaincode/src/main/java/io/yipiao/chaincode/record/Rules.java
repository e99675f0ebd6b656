package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Key {@code rules}: {@code {version, indexKeys: {year: check}}}. Every write reads it, and every
 * suspension rewrites it, so that whatever was endorsed before cannot be committed after.
 *
 * @param version 1 at first, one more at each change; 0 while the ledger has no rules
 * @param indexKeys by the year's two digits, the check value of that year's index key
 */
public record Rules(long version, SortedMap<String, String> indexKeys) {
    /** What stands before the first {@code setRules}. */
    public static final Rules NONE = new Rules(0, Collections.emptySortedMap());

    private static final Pattern YEAR = Pattern.compile("[0-9]{2}");
    private static final Pattern CHECK = Pattern.compile("[0-9a-f]{16}");

    public Rules {
        indexKeys = Collections.unmodifiableSortedMap(new TreeMap<>(indexKeys));
    }

    static Rules read(Json.Members value) throws FieldException {
        value.only(Set.of("version", "indexKeys"));
        return new Rules(value.whole("version"), readIndexKeys(value.object("indexKeys")));
    }

    /** Reads check values by year. */
    public static SortedMap<String, String> readIndexKeys(Json.Members value)
            throws FieldException {
        TreeMap<String, String> checks = new TreeMap<>();
        for (String year : value.values().keySet()) {
            String check = value.text(year);
            if (!YEAR.matcher(year).matches()) {
                throw new FieldException("indexKeys", "years of two digits", year);
            }
            if (!CHECK.matcher(check).matches()) {
                throw new FieldException("indexKeys." + year, "16 hexadecimal digits", check);
            }
            checks.put(year, check);
        }
        return checks;
    }

    Json.Members json() {
        Json.Writer checks = Json.object();
        indexKeys.forEach(checks::put);
        return Json.object().put("version", version).put("indexKeys", checks.end()).end();
    }

    /** The check value of a year's index key, if the ledger knows that year. */
    public Optional<String> indexKey(String year) {
        return Optional.ofNullable(indexKeys.get(year));
    }

    /** The same rules under the next version. */
    public Rules renewed() {
        return new Rules(version + 1, indexKeys);
    }
}
