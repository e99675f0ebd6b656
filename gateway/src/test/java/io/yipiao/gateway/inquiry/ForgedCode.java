package io.yipiao.gateway.inquiry;

import io.yipiao.gateway.demo.DearerCode;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrText;

import java.util.Optional;

/** Codes that somebody changed, as the path each opens. */
public final class ForgedCode {
    private static final int NO_KEY = 99;

    private ForgedCode() {}

    /** Somebody wrote a thousand yuan more into the code, and kept the hospital's seal. */
    public static String dearer(QrText code) {
        return DearerCode.of(code).path();
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
