package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;

/**
 * What an issuer sealed of a bill, as far as a claim opens it.
 *
 * @param fingerprint the bill's fingerprint: another one is another content
 * @param issuer the issuer's number
 * @param total what was charged
 * @param claimable what the patient paid himself
 */
public record SealedContent(Fingerprint fingerprint, int issuer, Fen total, Fen claimable) {

    /** In an issuer's place: nobody who is enrolled here. */
    public static final int ELSEWHERE = Integer.MAX_VALUE;

    public static SealedContent of(Opening opening) {
        return new SealedContent(
                opening.fingerprint(),
                opening.core().issuer(),
                opening.core().total(),
                opening.core().claimable());
    }

    /** Whether both are one content. */
    public boolean isSameAs(SealedContent content) {
        return fingerprint.equals(content.fingerprint);
    }

    public boolean hasAmountsOf(SealedContent content) {
        return total.equals(content.total) && claimable.equals(content.claimable);
    }

    static SealedContent read(Json.Members value) throws FieldException {
        return new SealedContent(
                new Fingerprint(Digest.ofHex("fingerprint", value.text("fingerprint"))),
                value.whole("issuer", 1, Integer.MAX_VALUE),
                Fen.of("total", value.whole("total")),
                Fen.of("claimable", value.whole("claimable")));
    }

    Json.Writer writeTo(Json.Writer out) {
        return out.put("fingerprint", fingerprint.hex())
                .put("issuer", issuer)
                .put("total", total.value())
                .put("claimable", claimable.value());
    }
}
