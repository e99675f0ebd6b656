package io.yipiao.verifier.audit;

import java.util.ArrayList;
import java.util.List;

/** The breaches found: all are counted, the first thousand kept, so that no ledger fills memory. */
final class Breaches {
    private static final int KEPT = 1_000;

    private final List<Breach> first = new ArrayList<>();
    private long count;

    void add(Breach breach) {
        count++;
        if (first.size() < KEPT) {
            first.add(breach);
        }
    }

    List<Breach> first() {
        return List.copyOf(first);
    }

    long count() {
        return count;
    }
}
