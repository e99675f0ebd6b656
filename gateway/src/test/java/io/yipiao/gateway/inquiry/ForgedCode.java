package io.yipiao.gateway.inquiry;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrText;

import java.util.Optional;

/** Codes that somebody changed, as the path each opens. */
public final class ForgedCode {
    private static final int NO_KEY = 99;

    private ForgedCode() {}

    /** Somebody wrote a thousand yuan more into the code, and kept the hospital's seal. */
    public static String dearer(QrText code) {
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
        return path(new QrPayload(payload.keySeq(), other, payload.seal()));
    }

    /** It names a key that its hospital never had. */
    public static String ofNoKey(QrText code) {
        QrPayload payload = code.payload();
        return path(new QrPayload(NO_KEY, payload.opening(), payload.seal()));
    }

    private static String path(QrPayload payload) {
        return new QrText(Optional.empty(), payload).path();
    }
}
