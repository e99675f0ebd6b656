package io.yipiao.gateway.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The single sums of the worked examples, from an amount in scope alone. */
class SingleSumsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 13);

    @ParameterizedTest
    @CsvSource({
        "EMPLOYEE, CITY, 15580.00",
        "RETIRED, CITY, 16340.00",
        "RESIDENT, CITY, 11280.00",
        "EMPLOYEE, AWAY, 13680.00",
        "RETIRED, AWAY, 15390.00",
        "RESIDENT, AWAY, 9400.00"
    })
    void first_stay_of_20000_in_scope_at_level_three(Scheme scheme, Place place, String fund)
            throws FieldException {
        SchemeRule rule = rule(scheme, CareKind.INPATIENT, place, Optional.of(Level.THREE));
        assertEquals(fund, sheet("20000.00", rule, YearSoFar.NOTHING).fund().yuan());
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, 0.00, 53061.10, 0.00",
        "25000.00, 0.00, 54061.10, 0.00",
        "25000.00, 260000.00, 40000.00, 14061.10"
    })
    void second_stay_of_61234_56_runs_through_bands_and_ceiling(
            String base, String paid, String fund, String overCeiling) throws FieldException {
        YearSoFar year = new YearSoFar(1, yuan(base), yuan("1000.00"), yuan(paid));
        SchemeRule rule =
                rule(Scheme.RETIRED, CareKind.INPATIENT, Place.CITY, Optional.of(Level.THREE));
        Sheet sheet = sheet("61234.56", rule, year);
        assertEquals("500.00", sheet.deductible().yuan());
        assertEquals(fund, sheet.fund().yuan());
        assertEquals(overCeiling, sheet.overAnnualCeiling().yuan());
    }

    @ParameterizedTest
    @CsvSource({"EMPLOYEE, 0.00 616.00 1384.00 0.00", "RETIRED, 0.00 660.00 1340.00 0.00"})
    void four_purchases_at_a_pharmacy_use_up_deductible_and_ceiling(Scheme scheme, String funds)
            throws FieldException {
        SchemeRule rule = rule(scheme, CareKind.PHARMACY, Place.CITY, Optional.empty());
        YearSoFar year = YearSoFar.NOTHING;
        StringBuilder paid = new StringBuilder();
        for (String inScope : List.of("480.00", "1000.00", "2500.00", "50.00")) {
            Sheet sheet = sheet(inScope, rule, year);
            year = year.with(sheet);
            paid.append(paid.isEmpty() ? "" : " ").append(sheet.fund().yuan());
        }
        assertEquals(funds, paid.toString());
        assertEquals("600.00", year.deductible().yuan());
    }

    @Test
    void a_later_stay_bears_the_lower_deductible() throws FieldException {
        SchemeRule rule =
                rule(Scheme.EMPLOYEE, CareKind.INPATIENT, Place.CITY, Optional.of(Level.TWO));
        Sheet first = sheet("1000.00", rule, YearSoFar.NOTHING);
        Sheet later = sheet("1000.00", rule, YearSoFar.NOTHING.with(first));
        assertEquals("344.00", first.fund().yuan());
        assertEquals("602.00", later.fund().yuan());
    }

    @Test
    void what_is_no_longer_claimable_is_cut_off() throws FieldException {
        SchemeRule rule =
                rule(Scheme.RESIDENT, CareKind.OUTPATIENT, Place.CITY, Optional.of(Level.ONE));
        Sheet sheet =
                Sheet.of(
                        yuan("1000.00"),
                        new Deductions(Map.of()),
                        List.of(),
                        rule,
                        YearSoFar.NOTHING,
                        yuan("300.00"));
        assertEquals("300.00", sheet.fund().yuan());
        assertEquals("200.00", sheet.beyondLeft().yuan());
    }

    private static SchemeRule rule(
            Scheme scheme, CareKind care, Place place, Optional<Level> level) {
        Insured person = new Insured("990000198103070024", "张示范", scheme, false, false);
        return DemonstrationPolicy.POLICY.scheme(person, care, place, level, DAY).orElseThrow();
    }

    private static Sheet sheet(String inScope, SchemeRule rule, YearSoFar year)
            throws FieldException {
        Fen amount = yuan(inScope);
        return Sheet.of(amount, new Deductions(Map.of()), List.of(), rule, year, amount);
    }

    private static Fen yuan(String text) throws FieldException {
        return Fen.ofYuan("amount", text);
    }
}
