package io.yipiao.gateway.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What holds for every bill, however its decimals fall. */
class SheetPropertiesTest {
    private final Benefit benefit = new Benefit(DemonstrationPolicy.POLICY);

    /** A line before it has a number: what, how many, at which price. */
    record Draft(String category, String code, String quantity, String price) {}

    @Property
    void every_sheet_closes_and_pays_at_most_what_is_left(
            @ForAll("drafts") List<Draft> drafts,
            @ForAll("findings") List<Finding> findings,
            @ForAll("years") YearSoFar year,
            @ForAll Scheme scheme) {
        Bill bill = bill(drafts);
        Sheet sheet = sheet(bill, findings, year, scheme);
        long parts =
                sheet.fund().value()
                        + sheet.deductible().value()
                        + sheet.ratioOwnPay().value()
                        + sheet.firstOwnPay().value()
                        + sheet.overCeiling().value()
                        + sheet.fullOwnPay().value()
                        + sheet.disallowed().value()
                        + sheet.overAnnualCeiling().value()
                        + sheet.beyondLeft().value();
        assertEquals(bill.total().value(), parts);
        assertTrue(sheet.fund().compareTo(bill.claimable()) <= 0);
    }

    /**
     * A line that nobody pays for can turn the rounding of its category's total, which the lines
     * beside it then bear: by less than a fen, never by more.
     */
    @Property
    void one_more_line_lowers_the_fund_by_no_more_than_its_categorys_rounding(
            @ForAll("drafts") List<Draft> drafts,
            @ForAll("draft") Draft more,
            @ForAll Scheme scheme) {
        List<Draft> longer = new ArrayList<>(drafts);
        longer.add(more);
        Fen before = sheet(bill(drafts), List.of(), YearSoFar.NOTHING, scheme).fund();
        Fen after = sheet(bill(longer), List.of(), YearSoFar.NOTHING, scheme).fund();
        assertTrue(before.value() <= after.value() + 1, before + " then " + after);
    }

    @Property
    void one_more_finding_never_raises_the_fund(
            @ForAll("drafts") List<Draft> drafts,
            @ForAll("findings") List<Finding> findings,
            @ForAll("finding") Finding more,
            @ForAll Scheme scheme) {
        List<Finding> longer = new ArrayList<>(findings);
        longer.add(more);
        Fen before = sheet(bill(drafts), findings, YearSoFar.NOTHING, scheme).fund();
        Fen after = sheet(bill(drafts), longer, YearSoFar.NOTHING, scheme).fund();
        assertTrue(before.compareTo(after) >= 0, before + " then " + after);
    }

    @Property
    void a_greater_amount_in_scope_never_lowers_the_fund(
            @ForAll("amounts") Fen less,
            @ForAll("amounts") Fen more,
            @ForAll("years") YearSoFar year) {
        Fen low = less.atMost(more);
        Fen high = new Fen(Math.max(less.value(), more.value()));
        for (SchemeRule rule : DemonstrationPolicy.POLICY.schemes()) {
            Fen before = fund(low, rule, year);
            Fen after = fund(high, rule, year);
            assertTrue(before.compareTo(after) <= 0, before + " then " + after);
        }
    }

    @Property
    void shares_of_several_payers_never_exceed_the_total(
            @ForAll("drafts") List<Draft> drafts, @ForAll Scheme scheme) {
        Sheet sheet = sheet(bill(drafts), List.of(), YearSoFar.NOTHING, scheme);
        long paid =
                DemonstrationPolicy.POLICY
                        .order()
                        .shares(sheet, List.of(PayerClass.values()), Map.of())
                        .values()
                        .stream()
                        .mapToLong(Fen::value)
                        .sum();
        assertTrue(paid <= sheet.total().value());
    }

    @Provide
    Arbitrary<List<Draft>> drafts() {
        return draft().list().ofMinSize(1).ofMaxSize(30);
    }

    @Provide
    Arbitrary<Draft> draft() {
        List<String> codes = new ArrayList<>(DemonstrationPolicy.POLICY.catalogue().keySet());
        codes.add("NO-SUCH");
        return Combinators.combine(
                        Arbitraries.of("01", "03", "09", "10"),
                        Arbitraries.of(codes),
                        Arbitraries.longs().between(1, 1_000_000).map(n -> scaled(n, 4)),
                        Arbitraries.longs().between(0, 2_000_000_000).map(n -> scaled(n, 6)))
                .as(Draft::new);
    }

    @Provide
    Arbitrary<List<Finding>> findings() {
        return finding().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<Finding> finding() {
        return Combinators.combine(Arbitraries.integers().between(1, 30), amounts())
                .as((line, amount) -> new Finding(line, amount, "finding"));
    }

    @Provide
    Arbitrary<YearSoFar> years() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3), amounts(), amounts(), amounts())
                .as(YearSoFar::new);
    }

    @Provide
    Arbitrary<Fen> amounts() {
        return Arbitraries.longs().between(0, 40_000_000).map(Fen::new);
    }

    private static String scaled(long unscaled, int places) {
        return BigDecimal.valueOf(unscaled, places).toPlainString();
    }

    private static Bill bill(List<Draft> drafts) {
        List<FeeLine> lines = new ArrayList<>();
        for (Draft draft : drafts) {
            lines.add(
                    MadeBills.line(
                            lines.size() + 1,
                            draft.category(),
                            draft.code(),
                            CatalogueClass.A,
                            draft.quantity(),
                            draft.price(),
                            8));
        }
        return MadeBills.ofLines(CareKind.INPATIENT, lines);
    }

    private Sheet sheet(Bill bill, List<Finding> findings, YearSoFar year, Scheme scheme) {
        Insured person = new Insured("990000198103070024", "张示范", scheme, false, false);
        Application application =
                new Application(
                        bill,
                        person,
                        false,
                        findings,
                        year,
                        bill.claimable(),
                        LocalDate.of(2026, 9, 20));
        return ((Assessment.Computed) benefit.assess(application)).sheet();
    }

    private static Fen fund(Fen inScope, SchemeRule rule, YearSoFar year) {
        return Sheet.of(
                        inScope,
                        new Deductions(Map.of()),
                        List.of(),
                        rule,
                        year,
                        new Fen(Fen.LARGEST))
                .fund();
    }
}
