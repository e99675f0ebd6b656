package io.yipiao.verifier.qr;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The QR text of the tax administration's invoices: {@code
 * 01,TYPE,code,number,amount,yyyymmdd,check20,CRC4,}. TYPE is 10 (electronic), 04 (ordinary), 01
 * (special, without check code) or 32 (all-digital, without code, a number of 20 digits). How its
 * checksum is computed is not published, so it is not looked at.
 */
final class VatString {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "01,(01|04|10|32),([0-9]*),([0-9]+),([-0-9.]*),([0-9]{8}),([0-9]{20})?,"
                            + "([0-9A-Fa-f]{0,4}),?");

    private VatString() {}

    static Optional<Face.Foreign> read(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        BillId.Kind kind = parts.group(1).equals("32") ? BillId.Kind.ALL_DIGITAL : BillId.Kind.VAT;
        try {
            return Optional.of(
                    new Face.Foreign(
                            Face.Source.VAT,
                            Optional.of(BillId.of(kind, parts.group(2), parts.group(3))),
                            Optional.ofNullable(parts.group(6)),
                            PrintedValue.amount(parts.group(4)),
                            PrintedValue.day(parts.group(5))));
        } catch (FieldException e) {
            return Optional.empty();
        }
    }
}
