package io.yipiao.chaincode.state;

import io.yipiao.verifier.fingerprint.IndexKey;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One endorser's secret index keys, one for each year that stands inside bills' identities. */
public final class IndexKeys {
    private static final Pattern YEAR = Pattern.compile("[0-9]{2}");

    private final Map<String, IndexKey> byYear;

    private IndexKeys(Map<String, IndexKey> byYear) {
        this.byYear = byYear;
    }

    /**
     * Takes the keys of years.
     *
     * @param byYear keys by the year's last two digits, such as {@code 26}
     */
    public static IndexKeys of(Map<String, IndexKey> byYear) {
        for (String year : byYear.keySet()) {
            if (!YEAR.matcher(year).matches()) {
                throw new IllegalArgumentException("a year is two digits: " + year);
            }
        }
        return new IndexKeys(Map.copyOf(byYear));
    }

    public Optional<IndexKey> ofYear(String year) {
        return Optional.ofNullable(byYear.get(year));
    }

    @Override
    public String toString() {
        return "index keys of the years " + byYear.keySet().stream().sorted().toList();
    }
}
