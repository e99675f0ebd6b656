package io.yipiao.network.corpus;

import io.yipiao.verifier.bill.Issuer;

/**
 * A hospital of the corpus.
 *
 * @param place 1 to {@link Corpus#HOSPITALS}; the first issues the most bills
 */
public record Clinic(int place) {
    /** So that its number on the ledger is none of the demonstration's. */
    private static final int BASE = 10_000;

    public Issuer issuer() {
        return new Issuer(BASE + place, "H9903%07d".formatted(place), "样本城第" + place + "医院");
    }
}
