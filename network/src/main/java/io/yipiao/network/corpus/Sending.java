package io.yipiao.network.corpus;

import io.yipiao.verifier.bill.Bill;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What one hospital sends of one year: some bills, made while they are read. */
public final class Sending {
    private final Corpus corpus;
    private final int copy;
    private final Clinic clinic;
    private final int first;
    private final int[] lines;

    Sending(Corpus corpus, int copy, Clinic clinic, int first, int[] lines) {
        this.corpus = corpus;
        this.copy = copy;
        this.clinic = clinic;
        this.first = first;
        this.lines = lines;
    }

    public Clinic clinic() {
        return clinic;
    }

    /** How many bills it holds. */
    public int size() {
        return lines.length;
    }

    /** How many fee lines these have together. */
    public long lines() {
        return IntStream.of(lines).asLongStream().sum();
    }

    /** The bills in order; the same each time it is asked. */
    public Stream<Bill> bills() {
        return IntStream.range(0, lines.length)
                .mapToObj(i -> new DrawnBill(corpus, clinic, copy, i, first + i).bill(lines[i]));
    }
}
