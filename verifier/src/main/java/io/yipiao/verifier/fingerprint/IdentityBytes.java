package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A bill's identity in 11 bytes: kind u8, then code and number as 20 decimal digits packed two a
 * byte (BCD), padded at the end with the nibble F.
 */
public final class IdentityBytes {
    public static final int LENGTH = 11;

    private static final int DIGITS = 20;

    private IdentityBytes() {}

    public static byte[] of(BillId id) {
        ByteBuffer out = ByteBuffer.allocate(LENGTH);
        write(id, out);
        return out.array();
    }

    /** Reads an identity, all of whose bytes must be used. */
    public static BillId parse(byte[] bytes) throws FieldException {
        if (bytes.length != LENGTH) {
            throw new FieldException("identity", "11 bytes", bytes.length + " bytes");
        }
        return read(ByteBuffer.wrap(bytes));
    }

    static void write(BillId id, ByteBuffer out) {
        String digits = id.code() + id.number();
        out.put((byte) id.kind().tag());
        out.put(HexFormat.of().parseHex(digits + "f".repeat(DIGITS - digits.length())));
    }

    static BillId read(ByteBuffer in) throws FieldException {
        BillId.Kind kind = BillId.Kind.ofTag(in.get());
        byte[] packed = new byte[LENGTH - 1];
        in.get(packed);
        String padded = HexFormat.of().formatHex(packed);
        int end = padded.indexOf('f');
        String digits = end < 0 ? padded : padded.substring(0, end);
        if (!padded.equals(digits + "f".repeat(DIGITS - digits.length()))) {
            throw new FieldException("identity", "digits, then F only", padded);
        }
        int code =
                switch (kind) {
                    case FISCAL, PAPER -> 8;
                    case VAT -> digits.length() - 8;
                    case ALL_DIGITAL -> 0;
                };
        if (code < 0 || code > digits.length()) {
            throw new FieldException("identity", "a code and a number", padded);
        }
        return BillId.of(kind, digits.substring(0, code), digits.substring(code));
    }
}
