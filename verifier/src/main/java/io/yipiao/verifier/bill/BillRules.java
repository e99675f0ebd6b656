package io.yipiao.verifier.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the parts of a bill must have to do with each other. */
final class BillRules {
    /**
     * How long before admission a line may stand on an inpatient bill: examinations made ahead of a
     * planned stay (预住院) are billed with it.
     */
    private static final int DAYS_BEFORE_ADMISSION = 7;

    /**
     * A night at the emergency room crosses midnight, and charges of the last evening are booked
     * after it: a day on either side of what has no other reason.
     */
    private static final int DAYS_AROUND = 1;

    private static final Pattern FISCAL_CHECK_CODE = Pattern.compile("[0-9A-Za-z]{6}");
    private static final Pattern VAT_CHECK_CODE = Pattern.compile("[0-9]{20}");

    /** VAT codes of this length belong to invoices that always print a check code. */
    private static final int VAT_CODE_WITH_CHECK_CODE = 12;

    private BillRules() {}

    static void checkCheckCode(BillId id, Optional<String> checkCode) {
        boolean good =
                switch (id.kind()) {
                    case FISCAL -> matches(FISCAL_CHECK_CODE, checkCode);
                    case VAT ->
                            checkCode.isEmpty()
                                    ? id.code().length() != VAT_CODE_WITH_CHECK_CODE
                                    : matches(VAT_CHECK_CODE, checkCode);
                    case ALL_DIGITAL, PAPER -> checkCode.isEmpty();
                };
        if (!good) {
            String expected =
                    switch (id.kind()) {
                        case FISCAL -> "6 letters and digits";
                        case VAT -> "20 digits";
                        case ALL_DIGITAL, PAPER -> "no check code on this kind of bill";
                    };
            throw new InvalidValue("checkCode", expected, checkCode.orElse("nothing"));
        }
    }

    private static boolean matches(Pattern pattern, Optional<String> text) {
        return text.filter(value -> pattern.matcher(value).matches()).isPresent();
    }

    /** Fiscal bills are issued by non-profit institutions, which retail pharmacies are not. */
    static void checkKindOfCare(BillId id, CareKind care) {
        if (care == CareKind.PHARMACY && isFiscal(id)) {
            throw new InvalidValue(
                    "encounter.kind", "a pharmacy's VAT or all-digital invoice", id.kind() + "");
        }
    }

    /**
     * Finance's bills and the tax administration's invoices never refer to each other; only paper
     * is exchanged for; and one that shares code and number with its own relation is that bill, for
     * fiscal bill and paper share one index.
     */
    static void checkRelation(BillId id, Relation relation) {
        BillId other = relation.of();
        if (isFiscal(id) != isFiscal(other)) {
            throw new InvalidValue(
                    "relation.of.kind", "a bill of the same authority", other.kind().name());
        }
        if (id.code().equals(other.code()) && id.number().equals(other.number())) {
            throw new InvalidValue("relation.of", "another bill", "this bill");
        }
        if (relation.kind() == Relation.Kind.EXCHANGES && id.kind() != BillId.Kind.PAPER) {
            throw new InvalidValue("relation.kind", "an exchange on paper only", id.kind() + "");
        }
    }

    private static boolean isFiscal(BillId id) {
        return id.kind() == BillId.Kind.FISCAL || id.kind() == BillId.Kind.PAPER;
    }

    /** Born, admitted, discharged, issued: in this order. */
    static void checkDays(Instant issuedAt, Party patient, Encounter encounter) {
        Check.wholeSeconds("issuedAt", issuedAt);
        LocalDate issued = LocalDate.ofInstant(issuedAt, Bill.ZONE);
        Check.thisCentury("issuedAt", issued);
        Check.notBefore(
                "encounter.admitted", encounter.admitted(), "birthDate", patient.birthDate());
        Check.notBefore("issuedAt", issued, "discharged", encounter.discharged());
    }

    static void checkLines(List<FeeLine> lines, Encounter encounter, Instant issuedAt) {
        if (lines.isEmpty() || lines.size() > Bill.MOST_LINES) {
            throw new InvalidValue(
                    "lines", "1 to " + Bill.MOST_LINES + " fee lines", lines.size() + "");
        }
        boolean stay = encounter.kind() == CareKind.INPATIENT;
        Instant from =
                encounter
                        .admitted()
                        .minusDays(stay ? DAYS_BEFORE_ADMISSION : DAYS_AROUND)
                        .atStartOfDay(Bill.ZONE)
                        .toInstant();
        Instant until =
                encounter
                        .discharged()
                        .plusDays(DAYS_AROUND + 1)
                        .atStartOfDay(Bill.ZONE)
                        .toInstant();
        for (int i = 0; i < lines.size(); i++) {
            FeeLine line = lines.get(i);
            if (line.sequence() != i + 1) {
                throw new InvalidValue(
                        "lines[" + i + "].sequence", i + 1 + "", line.sequence() + "");
            }
            if (line.at().isBefore(from) || !line.at().isBefore(until)) {
                throw new InvalidValue(
                        "lines[" + i + "].at",
                        "from " + from + " and before " + until,
                        line.at().toString());
            }
            if (line.at().isAfter(issuedAt)) {
                throw new InvalidValue(
                        "lines[" + i + "].at", "not after issuedAt " + issuedAt, line.at() + "");
            }
        }
    }

    /** The categories' sums, each rounded half up to a fen; they may be beyond a bill's amounts. */
    static SortedMap<Category, Fen> sums(List<FeeLine> lines) {
        Map<Category, BigDecimal> exact = new EnumMap<>(Category.class);
        for (FeeLine line : lines) {
            exact.merge(line.category(), line.amount(), BigDecimal::add);
        }
        SortedMap<Category, Fen> sums = new TreeMap<>();
        exact.forEach((category, sum) -> sums.put(category, rounded(category, sum)));
        return sums;
    }

    private static Fen rounded(Category category, BigDecimal sum) {
        BigDecimal fen = sum.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        if (fen.compareTo(BigDecimal.valueOf(Fen.LARGEST)) > 0) {
            throw new InvalidValue(
                    "categoryTotals." + category.code(), "at most " + Fen.LARGEST, fen + " fen");
        }
        return new Fen(fen.longValueExact());
    }

    static void checkTotals(
            List<FeeLine> lines, SortedMap<Category, Fen> printed, Payments payments) {
        SortedMap<Category, Fen> sums = sums(lines);
        if (!printed.keySet().equals(sums.keySet())) {
            throw new InvalidValue(
                    "categoryTotals", "the categories " + codes(sums), codes(printed));
        }
        long total = 0;
        for (Map.Entry<Category, Fen> entry : printed.entrySet()) {
            checkTotal(entry.getKey(), entry.getValue(), sums);
            total += entry.getValue().value();
        }
        if (payments.total().value() != total) {
            throw new InvalidValue(
                    "payments", "the total of " + total + " fen", payments.total().value() + "");
        }
    }

    private static void checkTotal(Category category, Fen printed, Map<Category, Fen> sums) {
        Fen sum = sums.getOrDefault(category, Fen.ZERO);
        if (Math.abs(sum.value() - printed.value()) > 1) {
            throw new InvalidValue(
                    "categoryTotals." + category.code(),
                    sum.value() + " fen, or one fen beside it",
                    printed.value() + "");
        }
    }

    private static String codes(SortedMap<Category, Fen> totals) {
        return totals.keySet().stream().map(Category::code).toList().toString();
    }
}
