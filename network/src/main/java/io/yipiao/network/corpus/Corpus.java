package io.yipiao.network.corpus;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A year's bills of a city of Quzhou's size, or any multiple of them, and the claims beside them.
 * Streamed: what is held at a time does not grow with the multiple.
 *
 * @param seed the same seed gives the same bills
 * @param multiple how many such years
 * @param items what the lines charge for
 */
public record Corpus(long seed, int multiple, Items items) {
    /** Bills, hospitals, fee lines and claims of one year. */
    public static final int BILLS = 15_605;

    public static final int HOSPITALS = 132;
    public static final int LINES = 1_332_000;
    public static final int CLAIMS = 40_000;

    public Corpus {
        if (multiple < 1) {
            throw new IllegalArgumentException("a multiple is 1 or more: " + multiple);
        }
    }

    /** The hospitals that issue the bills. */
    public static List<Clinic> clinics() {
        return IntStream.rangeClosed(1, HOSPITALS).mapToObj(Clinic::new).toList();
    }

    /** What each hospital sends, a year after the other, made while it is read. */
    public Stream<Sending> sendings() {
        return IntStream.range(0, multiple).boxed().flatMap(this::sendings);
    }

    private Stream<Sending> sendings(int copy) {
        Year year = Year.drawn(seed, copy);
        return clinics().stream()
                .map(clinic ->
                        new Sending(this, copy, clinic, year.first(clinic), year.lines(clinic)));
    }

    /** Claimable visits, each of another person and another bill, made while they are read. */
    public Stream<ClaimedVisit> claims() {
        return IntStream.range(0, Math.multiplyExact(CLAIMS, multiple)).mapToObj(ClaimedVisit::new);
    }
}
