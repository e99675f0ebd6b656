package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.NumberRange;
import io.yipiao.chaincode.record.Series;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;

/**
 * Judges a fiscal bill's or a paper's number by the series that Finance opened for its code. An
 * issuer that has no series of the code yet may use what nobody else was given.
 */
final class Numbering {
    private Numbering() {}

    /** Refuses OFF_SERIES a bill whose number its issuer was not given. */
    static void check(BillId id, int issuer, Transaction transaction) throws Refusal {
        if (!isNumbered(id)) {
            return;
        }
        Series series = transaction.records().series(id.code());
        Optional<NumberRange> range = series.of(id.number());
        if (range.isPresent() && range.get().issuer() != issuer) {
            throw new Refusal(
                    RefusalCode.OFF_SERIES,
                    "this number was given to issuer " + range.get().issuer());
        }
        if (range.isEmpty() && series.has(issuer)) {
            throw new Refusal(
                    RefusalCode.OFF_SERIES, "this number is in none of the issuer's series");
        }
    }

    /** Whether Finance opens series for such bills. */
    static boolean isNumbered(BillId id) {
        return id.kind() == BillId.Kind.FISCAL || id.kind() == BillId.Kind.PAPER;
    }
}
