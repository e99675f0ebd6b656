package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.Category;
import io.yipiao.verifier.bill.Encounter;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Bills made of a few lines, and what else a sheet is computed from. */
public final class MadeBills {
    private static final Party ZHANG = Bills.sample().patient();
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

    private MadeBills() {}

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
                Bills.sample().issuer(),
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

    private static long total(List<FeeLine> lines) {
        try {
            return Bill.categorySums(lines).values().stream().mapToLong(Fen::value).sum();
        } catch (FieldException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
