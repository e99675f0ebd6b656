package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.claim.Attestations;
import io.yipiao.gateway.claim.Attested;
import io.yipiao.gateway.claim.ShareCalls;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.qr.FaceReader;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.regex.Pattern;

/** Notes what payers paid because of bills without taking any of them. */
public final class AttestationOperations {
    /** A resident identity number, by its day of birth. */
    private static final Pattern IDENTITY =
            Pattern.compile(
                    "[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]");

    private final Attestations attestations;

    public AttestationOperations(Attestations attestations) {
        this.attestations = attestations;
    }

    public void addTo(Operations operations) {
        operations.on(Route.ATTEST, this::attest);
    }

    private Answer attest(Call call) throws FieldException, ProblemException {
        Json.Members body = call.json();
        ShareCalls calls =
                new ShareCalls(
                        call.principal().payer(),
                        claim(body.text("claim")),
                        Math.toIntExact(body.optionalWhole("n").orElse(1L)));
        Digest result = Digest.ofHex("result", body.text("result"));
        Attested attested = attestations.attest(calls, bill(body.text("qrText")), result);
        if (attested instanceof Attested.Done done) {
            return Answer.json(
                    Json.object()
                            .put("payer", calls.payer())
                            .put("claim", calls.claim())
                            .put("n", calls.n())
                            .put("index", done.index().hex())
                            .put("receipt", JsonReader.readObject(done.proved().receipt()))
                            .end());
        }
        throw new ProblemException(problem(attested));
    }

    private static Fingerprint bill(String text) throws FieldException {
        if (FaceReader.read(text) instanceof Face.Own own) {
            return own.text().payload().opening().fingerprint();
        }
        throw new FieldException("qrText", "the text of a bill's QR code", "another text");
    }

    /** It stands in the blocks for ever, so nothing that names a person. */
    private static String claim(String number) throws FieldException {
        if (IDENTITY.matcher(number).find()) {
            throw new FieldException("claim", "a number that names no person", "(not shown)");
        }
        return number;
    }

    private static Problem problem(Attested attested) {
        return switch (attested) {
            case Attested.Done done -> throw new IllegalArgumentException("no problem: " + done);
            case Attested.Unknown unknown ->
                    Problem.of(
                            404,
                            "unknown-bill",
                            "No record of this bill",
                            "No bill of this code is registered here.");
            case Attested.Conflict conflict ->
                    Problem.conflict(
                            "conflict",
                            "Two bills carry this number",
                            "Pay nothing on it before a person has decided which is genuine.");
            case Attested.No no ->
                    Problem.conflict("ledger-refused", "The ledger refused it", why(no.code()));
        };
    }

    private static String why(RefusalCode code) {
        return switch (code) {
            case REVERSED -> code + ": the bill was taken back by its hospital.";
            case UNKNOWN_BATCH ->
                    code + ": its hospital's batch is not on the ledger yet; try again later.";
            case MISMATCH -> code + ": this claim and n were used for something else before.";
            default -> code + ": nothing was written.";
        };
    }
}
