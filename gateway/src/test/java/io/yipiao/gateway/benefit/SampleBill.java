package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.Category;
import io.yipiao.verifier.bill.Encounter;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.bill.Sex;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The worked example: 张示范's stay of a week at a hospital of level two, self-paid, 3,354.30 yuan;
 * and parts to make other bills of.
 */
public final class SampleBill {
    public static final Party ZHANG =
            new Party(
                    IdType.RESIDENT_ID,
                    "990000198103070024",
                    "张示范",
                    Sex.FEMALE,
                    LocalDate.of(1981, 3, 7));
    public static final Issuer HOSPITAL = new Issuer(1, "H99010100001", "示范市人民医院");
    public static final Insured EMPLOYEE =
            new Insured(ZHANG.idNumber(), ZHANG.name(), Scheme.EMPLOYEE, false, false);

    /** The lines that the audit disallows: a second nursing on a day, a test twice in 15 days. */
    public static final List<Finding> FINDINGS =
            List.of(
                    new Finding(9, new Fen(1_800), "9月9日二级护理收了两次"),
                    new Finding(11, new Fen(6_000), "糖化血红蛋白15天内做了两次"));

    private static final BillId ID = new BillId(BillId.Kind.FISCAL, "99060226", "0000000001");
    private static final Instant ISSUED = Instant.parse("2026-09-13T02:21:07Z");
    private static final LocalDate DISCHARGED = LocalDate.of(2026, 9, 13);
    private static final Encounter STAY =
            new Encounter(
                    CareKind.INPATIENT,
                    "ZY20260907001",
                    LocalDate.of(2026, 9, 7),
                    DISCHARGED,
                    List.of("I10"));

    private SampleBill() {}

    /** The sample, all of it paid in cash. */
    public static Bill selfPaid() {
        return ofLines(CareKind.INPATIENT, lines());
    }

    /** A self-paid bill of these lines. */
    public static Bill ofLines(CareKind care, List<FeeLine> lines) {
        long total = total(lines);
        return paid(care, lines, new Payments(Fen.ZERO, Fen.ZERO, Fen.ZERO, new Fen(total)));
    }

    /** A bill of these lines, paid at the counter in this way. */
    public static Bill paid(CareKind care, List<FeeLine> lines, Payments payments) {
        BillId id =
                care == CareKind.PHARMACY
                        ? new BillId(BillId.Kind.ALL_DIGITAL, "", "26990000000000000001")
                        : ID;
        return new Bill(
                id,
                care == CareKind.PHARMACY ? Optional.empty() : Optional.of("a1b2c3"),
                HOSPITAL,
                ISSUED,
                ZHANG,
                care == CareKind.INPATIENT
                        ? STAY
                        : new Encounter(care, "MZ1", DISCHARGED, DISCHARGED, List.of("I10")),
                payments,
                Optional.empty(),
                lines);
    }

    /** One line, given on a day of the stay. */
    public static FeeLine line(
            int sequence,
            String category,
            String code,
            CatalogueClass catalogueClass,
            String quantity,
            String price,
            int day) {
        Category known =
                Arrays.stream(Category.values())
                        .filter(one -> one.code().equals(category))
                        .findFirst()
                        .orElseThrow();
        BigDecimal amount = FeeLine.amountOf(new BigDecimal(quantity), new BigDecimal(price));
        return new FeeLine(
                sequence,
                known,
                code,
                "H" + sequence,
                code,
                "",
                new BigDecimal(quantity),
                new BigDecimal(price),
                amount,
                catalogueClass,
                Instant.parse("2026-09-%02dT00:30:00Z".formatted(day)),
                0);
    }

    private static List<FeeLine> lines() {
        List<FeeLine> lines = new ArrayList<>();
        lines.add(line(1, "01", "001109000010200", CatalogueClass.A, "6", "45.00", 7));
        lines.add(line(2, "02", "001102000050000", CatalogueClass.A, "6", "20.00", 7));
        for (int day = 7; day <= 12; day++) {
            lines.add(line(day - 4, "07", "001201000040000", CatalogueClass.A, "1", "18.00", day));
        }
        lines.add(line(9, "07", "001201000040000", CatalogueClass.A, "1", "18.00", 9));
        lines.add(line(10, "04", "002503020030000", CatalogueClass.A, "1", "60.00", 7));
        lines.add(line(11, "04", "002503020030000", CatalogueClass.A, "1", "60.00", 11));
        lines.add(line(12, "03", "DEMO-CT", CatalogueClass.B, "1", "260.00", 8));
        lines.add(line(13, "05", "DEMO-INF", CatalogueClass.A, "6", "9.50", 8));
        lines.add(line(14, "08", "DEMO-CON1", CatalogueClass.B, "2", "38.50", 8));
        lines.add(line(15, "08", "DEMO-CON2", CatalogueClass.B, "1", "1280.00", 8));
        lines.add(line(16, "09", "DEMO-WM1", CatalogueClass.A, "18", "3.42", 8));
        lines.add(line(17, "09", "DEMO-WM2", CatalogueClass.B, "7", "86.37", 8));
        lines.add(line(18, "11", "ZA12CAD0073010100142", CatalogueClass.B, "12", "12.85", 8));
        lines.add(line(19, "10", "DEMO-HP1", CatalogueClass.A, "63", "0.1365", 9));
        lines.add(line(20, "10", "DEMO-HP2", CatalogueClass.A, "45", "0.2180", 9));
        lines.add(line(21, "10", "DEMO-HP3", CatalogueClass.A, "21", "0.0735", 9));
        lines.add(line(22, "09", "DEMO-WM3", CatalogueClass.C, "3", "48.00", 9));
        lines.add(line(23, "14", "DEMO-OTH", CatalogueClass.C, "1", "60.00", 9));
        return lines;
    }

    private static long total(List<FeeLine> lines) {
        try {
            return Bill.categorySums(lines).values().stream().mapToLong(Fen::value).sum();
        } catch (FieldException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
