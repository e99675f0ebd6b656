package io.yipiao.gateway.demo;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrText;

/** A code that somebody changed: a thousand yuan more, under the seal that the hospital gave. */
public final class DearerCode {
    private DearerCode() {}

    public static QrText of(QrText code) {
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
        return new QrText(code.origin(), new QrPayload(payload.keySeq(), other, payload.seal()));
    }
}
