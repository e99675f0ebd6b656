package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Fen;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a scheme pays for one kind of care.
 *
 * @param validFrom from which day of discharge
 * @param scheme whom it insures
 * @param care for which kind of care
 * @param place which of the scheme's tables it belongs to
 * @param level at which level of institution; none means every one
 * @param deductible 起付标准: of the year's first stay, or of the year where there is no later one
 * @param deductibleLater of each later stay in the year; present where the deductible counts by
 *     stay
 * @param bands the ratios, run through by the year's cumulated base
 * @param ceiling 封顶线: the most the fund pays in a year for this kind of care
 */
public record SchemeRule(
        LocalDate validFrom,
        Scheme scheme,
        CareKind care,
        Place place,
        Optional<Level> level,
        Fen deductible,
        Optional<Fen> deductibleLater,
        Bands bands,
        Fen ceiling)
        implements Dated {
    static final String FILE = "schemes.csv";
    static final String COLUMNS =
            "valid_from,scheme,care,place,level,deductible,deductible_later,"
                    + "ratio,band_to,ratio_above,ceiling";

    /** What may occur once only. */
    record Key(
            LocalDate validFrom,
            Scheme scheme,
            CareKind care,
            Place place,
            Optional<Level> level) {}

    static SchemeRule read(Row row) throws TableException {
        return new SchemeRule(
                row.day("valid_from"),
                row.one("scheme", Scheme.values()),
                row.one("care", CareKind.values()),
                row.one("place", Place.values()),
                row.optionalOne("level", Level.values()),
                row.yuan("deductible"),
                row.optionalYuan("deductible_later"),
                Bands.read(row),
                row.yuan("ceiling"));
    }

    Key key() {
        return new Key(validFrom, scheme, care, place, level);
    }

    boolean covers(Insured person, CareKind kind, Place where, Optional<Level> at) {
        return scheme == person.scheme()
                && care == kind
                && place == where
                && (level.isEmpty() || level.equals(at));
    }

    /** What of the deductible is still to be borne. */
    Fen deductibleOwed(YearSoFar year) {
        return deductibleLater
                .map(later -> year.stays() == 0 ? deductible : later)
                .orElseGet(() -> Yuan.less(deductible, year.deductible()));
    }

    /** What of the fund's annual ceiling is still left. */
    Fen ceilingLeft(YearSoFar year) {
        return Yuan.less(ceiling, year.fund());
    }
}
