package io.yipiao.network.fire;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.nio.charset.StandardCharsets;

/**
 * What a client asked once and was told; a line of the log, as canonical JSON:
 *
 * <pre>
 * {"request", "asked", "bill", "payer", "claim", "fen", "outcome", "said"}
 * </pre>
 *
 * @param request names the request: asked again after a failure, it is the same
 * @param asked what for
 * @param bill the bill's fingerprint
 * @param payer whose share, empty where a request is not about a share; so is {@code claim}
 * @param claim the share's claim, empty as long as the client was not told its number
 * @param fen how much; of an anchor, what may be claimed of the bill
 * @param outcome how it ended for the client
 * @param said the answer that was given, or the refusal's code; of an anchor, its batch's root
 */
public record Told(
        String request,
        Asked asked,
        Digest bill,
        String payer,
        String claim,
        long fen,
        Outcome outcome,
        String said) {

    /** How a request ended for the client. */
    public enum Outcome {
        /** It was told that it is done. */
        DONE,
        /** It was told no. */
        REFUSED,
        /** It was told nothing, or that nothing is known. */
        UNKNOWN
    }

    /** The same question with how it ended. */
    public Told ending(Outcome how, String answer) {
        return new Told(request, asked, bill, payer, claim, fen, how, answer);
    }

    /** The line, without its end. */
    String line() {
        return Jcs.text(
                Json.object()
                        .put("request", request)
                        .put("asked", asked.name())
                        .put("bill", bill.hex())
                        .put("payer", payer)
                        .put("claim", claim)
                        .put("fen", fen)
                        .put("outcome", outcome.name())
                        .put("said", said)
                        .end());
    }

    static Told read(String line) throws FieldException {
        Json.Members json = JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8));
        return new Told(
                json.text("request"),
                Asked.valueOf(json.text("asked")),
                Digest.ofHex("bill", json.text("bill")),
                json.text("payer"),
                json.text("claim"),
                json.whole("fen"),
                Outcome.valueOf(json.text("outcome")),
                json.text("said"));
    }
}
