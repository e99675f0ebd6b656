package io.yipiao.verifier.bill;

import java.util.regex.Pattern;

/**
 * The identity that stands on a bill's face: kind, code (票据代码) and number (票据号码). The check code is
 * not part of it.
 *
 * @param kind what sort of bill
 * @param code 8 digits (fiscal, paper), 10 or 12 digits (VAT), empty (all-digital)
 * @param number 10 digits (fiscal, paper), 8 digits (VAT), 20 digits (all-digital)
 */
public record BillId(Kind kind, String code, String number) {

    /** The four kinds, with the byte that names each in a core. */
    public enum Kind {
        FISCAL(1, "[0-9]{8}", "[0-9]{10}", "8 digits", "10 digits"),
        VAT(2, "[0-9]{10}|[0-9]{12}", "[0-9]{8}", "10 or 12 digits", "8 digits"),
        ALL_DIGITAL(3, "", "[0-9]{20}", "no code", "20 digits"),
        PAPER(4, "[0-9]{8}", "[0-9]{10}", "8 digits", "10 digits");

        private final int tag;
        private final Pattern codes;
        private final Pattern numbers;
        private final String codeShape;
        private final String numberShape;

        Kind(int tag, String codes, String numbers, String codeShape, String numberShape) {
            this.tag = tag;
            this.codes = Pattern.compile(codes);
            this.numbers = Pattern.compile(numbers);
            this.codeShape = codeShape;
            this.numberShape = numberShape;
        }

        /** The kind's byte in an encoded identity. */
        public int tag() {
            return tag;
        }

        /** The kind a byte names. */
        public static Kind ofTag(int tag) throws FieldException {
            for (Kind kind : values()) {
                if (kind.tag == tag) {
                    return kind;
                }
            }
            throw new FieldException("kind", "1 to 4", Integer.toString(tag));
        }
    }

    public BillId {
        try {
            check(kind, code, number);
        } catch (FieldException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Builds an identity from outside text. */
    public static BillId of(Kind kind, String code, String number) throws FieldException {
        check(kind, code, number);
        return new BillId(kind, code, number);
    }

    /**
     * The two digits of the year that stand inside the identity itself, by which an index key is
     * chosen: code 7–8 (fiscal, paper), code 6–7 (VAT of 12 digits), code 5–6 (VAT of 10), number
     * 1–2 (all-digital).
     */
    public String year() {
        return switch (kind) {
            case FISCAL, PAPER -> code.substring(6, 8);
            case VAT -> code.length() == 12 ? code.substring(5, 7) : code.substring(4, 6);
            case ALL_DIGITAL -> number.substring(0, 2);
        };
    }

    private static void check(Kind kind, String code, String number) throws FieldException {
        if (!kind.codes.matcher(code).matches()) {
            throw new FieldException("code", kind.codeShape, code);
        }
        if (!kind.numbers.matcher(number).matches()) {
            throw new FieldException("number", kind.numberShape, number);
        }
    }

    @Override
    public String toString() {
        return code.isEmpty() ? number : code + "-" + number;
    }
}
