package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * First own payment (先行自付) for services and consumables of class B whose catalogue entry names no
 * ratio of its own: it depends on the unit price.
 *
 * @param validFrom from which day of discharge
 * @param threshold the unit price up to which, itself included, the lower ratio holds
 * @param upTo the ratio up to the threshold
 * @param above the ratio above it
 */
public record OwnPay(LocalDate validFrom, Fen threshold, BigDecimal upTo, BigDecimal above)
        implements Dated {
    static final String FILE = "own-pay.csv";
    static final String COLUMNS = "valid_from,threshold,up_to,above";

    static OwnPay read(Row row) throws TableException {
        return new OwnPay(
                row.day("valid_from"),
                row.yuan("threshold"),
                row.ratio("up_to"),
                row.ratio("above"));
    }

    BigDecimal ratio(FeeLine line) {
        return line.unitPrice().compareTo(Yuan.of(threshold)) <= 0 ? upTo : above;
    }
}
