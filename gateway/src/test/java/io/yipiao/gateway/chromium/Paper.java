package io.yipiao.gateway.chromium;

import io.yipiao.gateway.inquiry.ForgedCode;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.qr.QrSymbol;
import io.yipiao.verifier.qr.QrText;

import java.util.UUID;

/**
 * A bill that no other test has, registered and anchored.
 *
 * @param id the gateway's name of it
 * @param code its QR code
 */
public record Paper(Bill bill, UUID id, QrText code) {
    private static final int MODULE = 6;

    /** The path that its code opens. */
    public String path() {
        return code.path();
    }

    /** The path of a code into which somebody wrote a thousand yuan more, under the old seal. */
    String dearer() {
        return ForgedCode.dearer(code);
    }

    /** A picture of its code (PNG). */
    public byte[] picture() {
        return QrSymbol.of(code).png(MODULE);
    }
}
