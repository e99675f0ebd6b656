package io.yipiao.verifier.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A hospital's bill with its fee lines, of which every part agrees with every other: whoever holds
 * one need check nothing again. What must agree is written in {@link IdentityRules}, {@link
 * DayRules} and {@link LineRules}.
 *
 * @param id the identity on its face
 * @param checkCode 校验码: 6 letters and digits (fiscal), 20 digits (VAT, where the invoice has one),
 *     none otherwise
 * @param issuer who issued it
 * @param issuedAt when, to the second
 * @param patient the payer party
 * @param encounter the visit or stay
 * @param payments how the total was paid at the counter
 * @param relation what it says of another bill; amounts of a red bill are positive too
 * @param lines the fee lines, 1 to 5,000, numbered 1, 2, 3 … in this order
 * @param categoryTotals the totals printed for each category that occurs in the lines, which may
 *     differ by one fen from the sum of the category's lines rounded half up
 */
public record Bill(
        BillId id,
        Optional<String> checkCode,
        Issuer issuer,
        Instant issuedAt,
        Party patient,
        Encounter encounter,
        Payments payments,
        Optional<Relation> relation,
        List<FeeLine> lines,
        SortedMap<Category, Fen> categoryTotals) {

    /** How many fee lines a bill may have. */
    public static final int MOST_LINES = 5_000;

    /** The civil time of all bills. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public Bill {
        lines = List.copyOf(lines);
        categoryTotals = Collections.unmodifiableSortedMap(new TreeMap<>(categoryTotals));
        IdentityRules.checkCheckCode(id, checkCode);
        IdentityRules.checkKindOfCare(id, encounter.kind());
        relation.ifPresent(other -> IdentityRules.checkRelation(id, other));
        DayRules.checkDays(issuedAt, patient, encounter);
        LineRules.checkNumbers(lines);
        DayRules.checkLines(lines, encounter, issuedAt);
        LineRules.checkTotals(lines, categoryTotals, payments);
    }

    /** A bill whose printed category totals are exactly the rounded sums of its lines. */
    public Bill(
            BillId id,
            Optional<String> checkCode,
            Issuer issuer,
            Instant issuedAt,
            Party patient,
            Encounter encounter,
            Payments payments,
            Optional<Relation> relation,
            List<FeeLine> lines) {
        this(
                id,
                checkCode,
                issuer,
                issuedAt,
                patient,
                encounter,
                payments,
                relation,
                lines,
                LineRules.sums(lines));
    }

    /** Builds a bill from outside parts. */
    public static Bill of(
            BillId id,
            Optional<String> checkCode,
            Issuer issuer,
            Instant issuedAt,
            Party patient,
            Encounter encounter,
            Payments payments,
            Optional<Relation> relation,
            List<FeeLine> lines,
            SortedMap<Category, Fen> categoryTotals)
            throws FieldException {
        return InvalidValue.orFault(() ->
                new Bill(
                        id,
                        checkCode,
                        issuer,
                        issuedAt,
                        patient,
                        encounter,
                        payments,
                        relation,
                        lines,
                        categoryTotals));
    }

    /** The sum of each category's lines, rounded half up to a fen: totals for a bill without. */
    public static SortedMap<Category, Fen> categorySums(List<FeeLine> lines) throws FieldException {
        return InvalidValue.orFault(() -> LineRules.sums(lines));
    }

    /** The total on its face: the sum of the category totals, and of the payments. */
    public Fen total() {
        return payments.total();
    }

    /** What the patient paid, and may claim: personal account and cash. */
    public Fen claimable() {
        return payments.claimable();
    }

    /** The issue date (开票日期), a day in Shanghai. */
    public LocalDate issueDate() {
        return LocalDate.ofInstant(issuedAt, ZONE);
    }
}
