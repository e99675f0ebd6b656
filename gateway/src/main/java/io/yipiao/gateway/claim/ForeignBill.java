package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Insured;
import io.yipiao.gateway.inquiry.TypedFace;
import io.yipiao.gateway.intake.BillPlace;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.CatalogueClass;
import io.yipiao.verifier.bill.Category;
import io.yipiao.verifier.bill.Decimals;
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
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a clerk enters of a bill from elsewhere besides what the citizen declared, from the official
 * site and the paper.
 *
 * @param institution the issuer's national code, {@code H} or {@code P} and 11 digits
 * @param hospital the issuer's name
 * @param encounter the institution's number of the visit or stay
 * @param diagnoses ICD-10 codes, the chief one first
 * @param fund what a fund paid at the counter; nothing is left to basic insurance then
 * @param lines a fee line a row, six columns parted by tabs or commas: category 01 to 14, catalogue
 *     code (may be empty for class C), name, quantity, unit price, class A, B, C or 甲, 乙, 丙
 */
public record ForeignBill(
        String institution,
        String hospital,
        String encounter,
        List<String> diagnoses,
        Fen fund,
        String lines) {
    private static final int COLUMNS = 6;
    private static final Map<String, CatalogueClass> CLASSES =
            Map.of(
                    "甲", CatalogueClass.A,
                    "乙", CatalogueClass.B,
                    "丙", CatalogueClass.C,
                    "A", CatalogueClass.A,
                    "B", CatalogueClass.B,
                    "C", CatalogueClass.C);

    public ForeignBill {
        diagnoses = List.copyOf(diagnoses);
    }

    /** The bill of these parts, or what of them does not fit together. */
    Bill bill(Declared declared, Insured patient) throws FieldException {
        TypedFace face = declared.face();
        if (fund.compareTo(face.total()) > 0) {
            throw new FieldException("fund", "at most the total", fund.yuan());
        }
        Instant issuedAt = face.date().atTime(23, 59, 59).atZone(Bill.ZONE).toInstant();
        Instant given = declared.discharged().atStartOfDay(Bill.ZONE).toInstant();
        List<FeeLine> read = lines(given);
        return Bill.of(
                face.id(),
                checkCode(face),
                Issuer.of(BillPlace.ELSEWHERE, institution, hospital, Optional.empty()),
                issuedAt,
                party(patient),
                Encounter.of(
                        declared.care(),
                        encounter,
                        declared.admitted(),
                        declared.discharged(),
                        diagnoses),
                Payments.of(fund, Fen.ZERO, Fen.ZERO, face.total().minus(fund)),
                Optional.empty(),
                read,
                Bill.categorySums(read));
    }

    private static Optional<String> checkCode(TypedFace face) {
        boolean none =
                face.id().kind() == BillId.Kind.ALL_DIGITAL
                        || face.id().kind() == BillId.Kind.PAPER
                        || face.checkCode().isEmpty();
        return none ? Optional.empty() : Optional.of(face.checkCode());
    }

    /** GB 11643: digits 7 to 14 are the birth date, digit 17 is odd for men. */
    private static Party party(Insured patient) throws FieldException {
        String number = patient.idNumber();
        return Party.of(
                IdType.RESIDENT_ID,
                number,
                patient.name(),
                number.charAt(16) % 2 == 1 ? Sex.MALE : Sex.FEMALE,
                LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE));
    }

    private List<FeeLine> lines(Instant given) throws FieldException {
        List<FeeLine> read = new ArrayList<>();
        for (String row : lines.lines().filter(line -> !line.isBlank()).toList()) {
            String field = "lines[" + read.size() + "]";
            String[] columns = row.split("[\t,，]", -1);
            if (columns.length != COLUMNS) {
                throw new FieldException(field, COLUMNS + " columns", columns.length + "");
            }
            if (read.size() == Bill.MOST_LINES) {
                throw new FieldException("lines", "at most " + Bill.MOST_LINES + " lines", "more");
            }
            read.add(line(read.size() + 1, field, columns, given));
        }
        return read;
    }

    /** People write 45.00. */
    private static String plain(String typed) {
        String text = typed.strip();
        return text.matches("[0-9]+\\.[0-9]*")
                ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
                : text;
    }

    private static FeeLine line(int sequence, String field, String[] columns, Instant given)
            throws FieldException {
        String code = columns[1].strip();
        CatalogueClass catalogueClass = CLASSES.get(columns[5].strip());
        if (catalogueClass == null) {
            throw new FieldException(field + ".catalogueClass", "A, B or C", columns[5].strip());
        }
        BigDecimal quantity =
                Decimals.read(field + ".quantity", plain(columns[3]), FeeLine.QUANTITY_PLACES);
        BigDecimal price =
                Decimals.read(field + ".unitPrice", plain(columns[4]), FeeLine.PRICE_PLACES);
        try {
            return FeeLine.of(
                    sequence,
                    Category.ofCode("category", columns[0].strip()),
                    code,
                    code.isEmpty() ? "-" : code,
                    columns[2].strip(),
                    "",
                    quantity,
                    price,
                    FeeLine.amountOf(quantity, price),
                    catalogueClass,
                    given,
                    0);
        } catch (FieldException e) {
            throw new FieldException(field + "." + e.field(), e.expected(), e.found());
        }
    }
}
