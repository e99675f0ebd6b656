package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a clerk scanned or typed. Full-width characters are made plain, letters raised, control
 * characters dropped, and hyphens and blanks between digits do not matter. A link is never opened,
 * whoever's it is.
 */
sealed interface Scanned {

    /** Nothing was typed. */
    record Nothing() implements Scanned {}

    /** A QR code's text: ours, ours but garbled, or another's. */
    record Code(String text) implements Scanned {}

    /** A claim's number. */
    record Claim(ClaimNumber number) implements Scanned {}

    /** A bill's code and number, with each kind they may be of. */
    record Identity(List<BillId> ids) implements Scanned {
        public Identity {
            ids = List.copyOf(ids);
        }
    }

    /** A bill's number without its code: 10 digits, 8 on a VAT invoice. */
    record BareNumber(String digits) implements Scanned {}

    /** Anything else. */
    record Unknown() implements Scanned {}

    static Scanned read(String typed) {
        String text =
                Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\p{C}+", "").strip();
        if (text.isEmpty()) {
            return new Nothing();
        }
        if (!(FaceReader.read(text) instanceof Face.Unknown)) {
            return new Code(text);
        }
        String plain = text.toUpperCase(Locale.ROOT).replaceAll("[\\s,、/-]+", "");
        if (plain.matches("[0-9A-Z]{16}")) {
            return new Claim(new ClaimNumber(plain.replaceAll("(.{4})(?!$)", "$1-")));
        }
        return plain.matches("[0-9]{8}|[0-9]{10}|[0-9]{18}|[0-9]{20}")
                ? digits(plain)
                : new Unknown();
    }

    private static Scanned digits(String digits) {
        if (digits.length() <= 10) {
            return new BareNumber(digits);
        }
        List<BillId> ids = new ArrayList<>();
        if (digits.length() == 18) {
            add(ids, BillId.Kind.FISCAL, digits, 8);
            add(ids, BillId.Kind.PAPER, digits, 8);
            add(ids, BillId.Kind.VAT, digits, 10);
        } else {
            add(ids, BillId.Kind.ALL_DIGITAL, digits, 0);
            add(ids, BillId.Kind.VAT, digits, 12);
        }
        return new Identity(ids);
    }

    private static void add(List<BillId> ids, BillId.Kind kind, String digits, int code) {
        try {
            ids.add(BillId.of(kind, digits.substring(0, code), digits.substring(code)));
        } catch (FieldException e) {
            // These digits are not of this kind.
        }
    }
}
