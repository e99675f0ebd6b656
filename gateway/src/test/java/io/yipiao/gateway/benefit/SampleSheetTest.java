package io.yipiao.gateway.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

/** Both columns of the worked example's sheet, to the fen. */
class SampleSheetTest {
    private final Benefit benefit = new Benefit(DemonstrationPolicy.POLICY);

    @Test
    void without_findings_the_fund_pays_1830_70() {
        Sheet sheet = sheet(List.of());
        assertSheet(sheet, "0.00", "2728.72", "2128.72", "1830.70", "298.02", "1523.60");
    }

    @Test
    void with_78_00_disallowed_the_fund_pays_1763_62() {
        Sheet sheet = sheet(MadeBills.FINDINGS);
        assertSheet(sheet, "78.00", "2650.72", "2050.72", "1763.62", "287.10", "1590.68");
    }

    @Test
    void the_small_outpatient_bill_is_computed_to_116_21() {
        Sheet sheet = sheet(Bills.outpatient(), List.of());
        assertEquals("8.64", sheet.firstOwnPay().yuan());
        assertEquals("466.01", sheet.inScope().yuan());
        assertEquals("300.00", sheet.deductible().yuan());
        assertEquals("116.21", sheet.fund().yuan());
        assertFalse(sheet.hasUnknownItems());
    }

    @Test
    void each_line_bears_what_the_example_takes_off_it() {
        List<LineShare> lines = sheet(MadeBills.FINDINGS).lines();
        assertEquals("{OVER_CEILING=30.0000}", lines.getFirst().taken().toString());
        assertEquals("18.0000", lines.get(8).taken(Deduction.DISALLOWED).toPlainString());
        assertEquals("52.0000", lines.get(11).taken(Deduction.FIRST_OWN_PAY).toPlainString());
        assertEquals("7.7000", lines.get(13).taken(Deduction.FIRST_OWN_PAY).toPlainString());
        assertEquals("256.0000", lines.get(14).taken(Deduction.FIRST_OWN_PAY).toPlainString());
        assertEquals("60.4600", lines.get(16).taken(Deduction.FIRST_OWN_PAY).toPlainString());
        assertEquals("15.4200", lines.get(17).taken(Deduction.FIRST_OWN_PAY).toPlainString());
        assertEquals(0, lines.get(21).inScope().signum());
        assertEquals(CatalogueClass.C, lines.get(22).catalogueClass());
    }

    @Test
    void the_citizen_reads_each_part_that_is_not_paid() {
        assertEquals(
                "您申报 3,354.30 元，核定报销 1,763.62 元。未报销 1,590.68 元：起付标准 600.00；"
                        + "先行自付 391.58；按比例自付 287.10；目录外 204.00；超限价 30.00；"
                        + "疑似医院多收 78.00（9月9日二级护理收了两次；糖化血红蛋白15天内做了两次），可请医院核退。",
                Explanation.of(sheet(MadeBills.FINDINGS), MadeBills.FINDINGS));
    }

    @Test
    void the_refunded_examination_lowers_the_fund_to_1584_74() {
        Bill sample = Bills.sample();
        Bill reissued =
                MadeBills.ofLines(
                        CareKind.INPATIENT,
                        sample.lines().stream()
                                .filter(line -> !line.catalogueCode().equals("DEMO-CT"))
                                .map(line -> renumbered(line))
                                .toList());
        List<Finding> findings = List.of(MadeBills.FINDINGS.get(0), MadeBills.FINDINGS.get(1));
        Sheet sheet = sheet(reissued, findings);
        assertEquals("3094.30", sheet.total().yuan());
        assertEquals("2442.72", sheet.inScope().yuan());
        assertEquals("1584.74", sheet.fund().yuan());
    }

    @Test
    void a_sheet_is_read_back_from_its_json() throws FieldException {
        Sheet sheet = sheet(MadeBills.FINDINGS);
        byte[] json = Jcs.bytes(SheetForm.write(sheet));
        assertEquals(
                Jcs.text(SheetForm.write(sheet)),
                Jcs.text(SheetForm.write(SheetForm.read(Jcs.parseObject(json)))));
    }

    @Test
    void an_item_the_catalogue_does_not_know_is_the_patients_own_and_is_told() {
        Bill bill =
                MadeBills.ofLines(
                        CareKind.OUTPATIENT,
                        List.of(
                                MadeBills.line(
                                        1, "03", "NO-SUCH", CatalogueClass.A, "1", "10.00", 12)));
        Sheet sheet = sheet(bill, List.of());
        assertTrue(sheet.hasUnknownItems());
        assertEquals("10.00", sheet.fullOwnPay().yuan());
        assertFalse(sheet(List.of()).hasUnknownItems());
    }

    private static FeeLine renumbered(FeeLine line) {
        return line.numbered(line.sequence() < 12 ? line.sequence() : line.sequence() - 1);
    }

    private Sheet sheet(List<Finding> findings) {
        return sheet(Bills.sample(), findings);
    }

    private Sheet sheet(Bill bill, List<Finding> findings) {
        Assessment assessment =
                benefit.assess(
                        new Application(
                                bill,
                                MadeBills.EMPLOYEE,
                                false,
                                findings,
                                YearSoFar.NOTHING,
                                bill.claimable(),
                                LocalDate.of(2026, 9, 20)));
        return ((Assessment.Computed) assessment).sheet();
    }

    private static void assertSheet(
            Sheet sheet,
            String disallowed,
            String inScope,
            String base,
            String fund,
            String ratioOwnPay,
            String patient) {
        assertEquals("3354.30", sheet.total().yuan());
        assertEquals(disallowed, sheet.disallowed().yuan());
        assertEquals("204.00", sheet.fullOwnPay().yuan());
        assertEquals("30.00", sheet.overCeiling().yuan());
        assertEquals("391.58", sheet.firstOwnPay().yuan());
        assertEquals(inScope, sheet.inScope().yuan());
        assertEquals("600.00", sheet.deductible().yuan());
        assertEquals(base, sheet.base().yuan());
        assertEquals(fund, sheet.fund().yuan());
        assertEquals(ratioOwnPay, sheet.ratioOwnPay().yuan());
        assertEquals(patient, sheet.patient().yuan());
    }
}
