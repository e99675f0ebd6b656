package io.yipiao.verifier.bill;

import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.longs;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Fee lists whose lines lie between two instants, and sum to what a bill can bear. */
final class AnyFeeLine {
    private AnyFeeLine() {}

    /** What of a line does not hang on its place. */
    private record Item(
            Category category,
            CatalogueClass catalogueClass,
            String code,
            String name,
            BigDecimal quantity,
            BigDecimal price,
            Instant at,
            int days) {

        FeeLine at(int sequence) {
            return new FeeLine(
                    sequence,
                    category,
                    catalogueClass == CatalogueClass.C && days == 0 ? "" : code,
                    code,
                    name,
                    days % 2 == 0 ? "" : name,
                    quantity,
                    price,
                    FeeLine.amountOf(quantity, price),
                    catalogueClass,
                    at,
                    days);
        }
    }

    /** One line to ten. */
    static Arbitrary<List<FeeLine>> lines(Instant from, Instant until) {
        return items(from, until).list().ofMinSize(1).ofMaxSize(10).map(AnyFeeLine::numbered);
    }

    private static List<FeeLine> numbered(List<Item> items) {
        List<FeeLine> lines = new ArrayList<>();
        for (Item item : items) {
            lines.add(item.at(lines.size() + 1));
        }
        return lines;
    }

    private static Arbitrary<Item> items(Instant from, Instant until) {
        return Combinators.combine(
                        Arbitraries.of(Category.class),
                        Arbitraries.of(CatalogueClass.class),
                        AnyText.of("0189XAZ-", 20),
                        AnyText.upTo(200),
                        decimals(1, 10_000, 4),
                        decimals(0, 100_000, 6),
                        longs().between(from.getEpochSecond(), until.getEpochSecond())
                                .map(Instant::ofEpochSecond),
                        integers().between(0, 366))
                .as(Item::new);
    }

    /** Decimals of up to so many places, from this many of the last place up to so many ones. */
    private static Arbitrary<BigDecimal> decimals(long least, long most, int places) {
        return integers()
                .between(0, places)
                .flatMap(scale ->
                        longs().between(least, most * (long) Math.pow(10, scale))
                                .map(unscaled -> BigDecimal.valueOf(unscaled, scale)));
    }
}
