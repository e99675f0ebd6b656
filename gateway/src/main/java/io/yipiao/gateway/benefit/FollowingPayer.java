package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Fen;

import java.util.Optional;

/**
 * A payer that pays after basic insurance.
 *
 * @param payer its class
 * @param basis which part of the unpaid amount it looks at
 * @param cumulated whether its bounds run on the year's sum, not on each bill
 * @param from the amount that stays the patient's
 * @param bands what it pays above that, the upper band's bound counted from zero
 * @param ceiling the most it pays in a year
 */
public record FollowingPayer(
        PayerClass payer,
        Basis basis,
        boolean cumulated,
        Fen from,
        Bands bands,
        Optional<Fen> ceiling) {
    static final String FILE = "following.csv";
    static final String COLUMNS = "payer,basis,cumulated,from,ratio,band_to,ratio_above,ceiling";

    /** What a payer looks at. */
    public enum Basis {
        /** What is in scope and still unpaid. */
        IN_SCOPE,
        /** Everything still unpaid. */
        ALL
    }

    static FollowingPayer read(Row row) throws TableException {
        return new FollowingPayer(
                row.one("payer", PayerClass.values()),
                row.one("basis", Basis.values()),
                row.yes("cumulated"),
                row.yuan("from"),
                Bands.read(row),
                row.optionalYuan("ceiling"));
    }

    /** Its share of what those before it have left unpaid. */
    Fen share(Fen unpaid, PayerYear year) {
        Fen before = cumulated ? year.counted() : Fen.ZERO;
        Fen skipped = Yuan.less(from, before).atMost(unpaid);
        Fen due = Yuan.rounded(bands.on(before.plus(skipped), unpaid.minus(skipped)));
        return ceiling.map(most -> due.atMost(Yuan.less(most, year.paid()))).orElse(due);
    }
}
