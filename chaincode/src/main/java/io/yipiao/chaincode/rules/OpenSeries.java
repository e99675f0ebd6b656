package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.NumberRange;
import io.yipiao.chaincode.record.Series;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives an issuer a range of numbers of a bill code: {@code {code, from, to, issuer}}, 8 digits and
 * twice 10. A range is given once and for good; none may overlap another.
 */
public final class OpenSeries implements AdministrativeRule {
    private static final Pattern CODE = Pattern.compile("[0-9]{8}");

    @Override
    public boolean apply(Json.Members arguments, Transaction transaction)
            throws FieldException, Refusal {
        arguments.only(Set.of("code", "from", "to", "issuer"));
        String code = arguments.text("code");
        if (!CODE.matcher(code).matches()) {
            throw new FieldException("code", "8 digits", code);
        }
        NumberRange range = NumberRange.of(arguments);
        Series series = transaction.records().series(code);
        if (series.ranges().contains(range)) {
            return false;
        }
        // Whoever it is given to has to be somebody here.
        Issuers.enrolled(range.issuer(), transaction);
        refuseOverlap(series, range);
        transaction.records().put(code, series.with(range));
        return true;
    }

    private static void refuseOverlap(Series series, NumberRange range) throws Refusal {
        Optional<NumberRange> other = series.overlapping(range);
        if (other.isPresent()) {
            throw new Refusal(
                    RefusalCode.OVERLAP,
                    "issuer %d has the numbers %s to %s"
                            .formatted(other.get().issuer(), other.get().from(), other.get().to()));
        }
        if (series.ranges().size() >= Series.MOST) {
            throw new Refusal(
                    RefusalCode.EXCEEDED, "this code has " + Series.MOST + " ranges already");
        }
    }
}
