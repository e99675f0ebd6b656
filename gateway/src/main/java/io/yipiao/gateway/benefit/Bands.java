package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Fen;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A ratio, and another one beyond a bound.
 *
 * @param ratio what is paid up to the bound
 * @param beyond what is paid beyond it, if there is a bound
 */
public record Bands(BigDecimal ratio, Optional<Beyond> beyond) {

    /**
     * The upper band.
     *
     * @param bound where it begins
     * @param ratio what is paid there
     */
    public record Beyond(Fen bound, BigDecimal ratio) {}

    static Bands read(Row row) throws TableException {
        Optional<Fen> bound = row.optionalYuan("band_to");
        Optional<BigDecimal> above = row.optionalRatio("ratio_above");
        if (bound.isPresent() != above.isPresent()) {
            throw row.fault(
                    "ratio_above",
                    "a ratio if, and only if, band_to is given",
                    above.map(BigDecimal::toPlainString).orElse("nothing"));
        }
        return new Bands(
                row.ratio("ratio"),
                bound.flatMap(from -> above.map(ratio -> new Beyond(from, ratio))));
    }

    /**
     * What is paid on an amount that begins where earlier ones end.
     *
     * @return exact yuan, not yet rounded
     */
    BigDecimal on(Fen before, Fen amount) {
        return paidUpTo(before.plus(amount)).subtract(paidUpTo(before));
    }

    private BigDecimal paidUpTo(Fen sum) {
        Fen lower = beyond.map(upper -> sum.atMost(upper.bound())).orElse(sum);
        BigDecimal paid = Yuan.of(lower).multiply(ratio);
        return beyond.map(upper -> paid.add(Yuan.of(sum.minus(lower)).multiply(upper.ratio())))
                .orElse(paid);
    }
}
