package io.yipiao.gateway.chromium;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrSymbol;
import io.yipiao.verifier.qr.QrText;

import java.util.Optional;
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
        QrPayload payload = code.payload();
        Opening opening = payload.opening();
        Core core = opening.core();
        Core forged =
                new Core(
                        core.id(),
                        core.issuer(),
                        core.total().plus(new Fen(100_000)),
                        core.claimable(),
                        core.date(),
                        core.relation());
        Opening other = new Opening(forged, opening.salt(), opening.person(), opening.root());
        return new QrText(Optional.empty(), new QrPayload(payload.keySeq(), other, payload.seal()))
                .path();
    }

    /** A picture of its code (PNG). */
    public byte[] picture() {
        return QrSymbol.of(code).png(MODULE);
    }
}
