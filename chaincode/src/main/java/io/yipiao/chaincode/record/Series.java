package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Key {@code series/<code>}: {@code {ranges[]}}, all numbers of a bill code that Finance gave out.
 *
 * @param ranges in the order of their numbers, none overlapping another
 */
public record Series(List<NumberRange> ranges) {
    /** What stands where nothing was given out. */
    public static final Series NONE = new Series(List.of());

    /** The most ranges of one code: each opening of a bill reads them all. */
    public static final int MOST = 1_000;

    public Series {
        ranges = List.copyOf(ranges);
    }

    static Series read(Json.Members value) throws FieldException {
        value.only(Set.of("ranges"));
        List<NumberRange> ranges = new ArrayList<>();
        for (Json.Members range : value.items("ranges").objects("ranges")) {
            ranges.add(NumberRange.read(range));
        }
        return new Series(ranges);
    }

    Json.Members json() {
        return Json.object().put("ranges", ranges.stream().map(NumberRange::json).toList()).end();
    }

    /** The series with one range more, which overlaps none. */
    public Series with(NumberRange range) {
        List<NumberRange> more = new ArrayList<>(ranges);
        more.add(range);
        more.sort(Comparator.comparing(NumberRange::from));
        return new Series(more);
    }

    /** A range that has a number of this one. */
    public Optional<NumberRange> overlapping(NumberRange range) {
        return ranges.stream().filter(range::overlaps).findFirst();
    }

    /** Whose number it is, if it was given to somebody. */
    public Optional<NumberRange> of(String number) {
        return ranges.stream().filter(range -> range.holds(number)).findFirst();
    }

    public boolean has(int issuer) {
        return ranges.stream().anyMatch(range -> range.issuer() == issuer);
    }
}
