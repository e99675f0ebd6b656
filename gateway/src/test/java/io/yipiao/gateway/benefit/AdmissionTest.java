package io.yipiao.gateway.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.benefit.Assessment.Computed;
import io.yipiao.gateway.benefit.Assessment.NotPaid;
import io.yipiao.gateway.benefit.Assessment.Reason;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Payments;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whom basic insurance does not pay. */
class AdmissionTest {
    private static final LocalDate RECEIVED = LocalDate.of(2026, 9, 20);
    private static final List<FeeLine> LINES =
            List.of(MadeBills.line(1, "05", "DEMO-INF", CatalogueClass.A, "200", "10.00", 12));

    private final Benefit benefit = new Benefit(DemonstrationPolicy.POLICY);

    @Test
    void refuses_what_the_fund_has_paid_at_the_counter() {
        Payments payments =
                new Payments(new Fen(120_000), new Fen(10_000), new Fen(30_000), new Fen(40_000));
        Bill bill = MadeBills.paid(CareKind.INPATIENT, LINES, payments);
        assertEquals("700.00", bill.claimable().yuan());
        assertEquals(new NotPaid(Reason.SETTLED_AT_HOSPITAL), assess(bill, RECEIVED));
    }

    @Test
    void accepts_until_the_last_day_of_the_year_after_discharge() {
        Bill bill = Bills.sample();
        assertEquals(Computed.class, assess(bill, LocalDate.of(2027, 12, 31)).getClass());
        assertEquals(new NotPaid(Reason.TOO_LATE), assess(bill, LocalDate.of(2028, 1, 1)));
    }

    @Test
    void refuses_an_issuer_that_is_not_designated() {
        assertEquals(
                new NotPaid(Reason.NOT_DESIGNATED), assess(issuedBy("H99999900001"), RECEIVED));
    }

    @Test
    void refuses_care_the_scheme_has_no_rule_for() {
        Insured resident = new Insured("990000198801230136", "李样本", Scheme.RESIDENT, false, false);
        Bill bill = MadeBills.ofLines(CareKind.PHARMACY, LINES);
        assertEquals(
                new NotPaid(Reason.NOT_COVERED),
                benefit.assess(
                        new Application(
                                bill,
                                resident,
                                false,
                                List.of(),
                                YearSoFar.NOTHING,
                                bill.claimable(),
                                RECEIVED)));
    }

    @Test
    void a_filed_or_urgent_stay_away_is_paid_as_in_the_city() {
        Bill away = issuedBy("H99020100001");
        assertEquals("1440.00", fund(away, false, false));
        assertEquals("1640.00", fund(away, true, false));
        assertEquals("1640.00", fund(away, false, true));
    }

    private String fund(Bill bill, boolean filed, boolean emergency) {
        Insured insured = new Insured("990000198103070024", "张示范", Scheme.EMPLOYEE, false, filed);
        Application application =
                new Application(
                        bill,
                        insured,
                        emergency,
                        List.of(),
                        YearSoFar.NOTHING,
                        bill.claimable(),
                        RECEIVED);
        return ((Computed) benefit.assess(application)).sheet().fund().yuan();
    }

    private static Bill issuedBy(String code) {
        List<FeeLine> lines =
                List.of(MadeBills.line(1, "05", "DEMO-INF", CatalogueClass.A, "300", "10.00", 12));
        Bill bill = MadeBills.ofLines(CareKind.INPATIENT, lines);
        return new Bill(
                bill.id(),
                bill.checkCode(),
                new Issuer(7, code, "外地医院"),
                bill.issuedAt(),
                bill.patient(),
                bill.encounter(),
                bill.payments(),
                Optional.empty(),
                bill.lines());
    }

    private Assessment assess(Bill bill, LocalDate received) {
        return benefit.assess(
                new Application(
                        bill,
                        MadeBills.EMPLOYEE,
                        false,
                        List.of(),
                        YearSoFar.NOTHING,
                        bill.claimable(),
                        received));
    }
}
