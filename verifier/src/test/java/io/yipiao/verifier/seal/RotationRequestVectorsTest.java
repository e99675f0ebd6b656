package io.yipiao.verifier.seal;

import static io.yipiao.verifier.vectors.JsonEdit.object;
import static io.yipiao.verifier.vectors.JsonEdit.text;
import static io.yipiao.verifier.vectors.JsonEdit.with;
import static io.yipiao.verifier.vectors.JsonEdit.without;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;
import io.yipiao.verifier.vectors.HexEdit;

import java.nio.charset.StandardCharsets;

/**
 * The vectors of rotation.json: an input is a request's text and the record of the key that is in
 * use, expected is the message that both keys signed.
 */
class RotationRequestVectorsTest extends FormatVectors {
    private static final SealPrivateKey OLD = TestKeys.named(Suite.SM2, "issuer 1");
    private static final SealPrivateKey RENEWED = TestKeys.named(Suite.ES256, "issuer 1, second");
    private static final String BAD = "does not verify";

    RotationRequestVectorsTest() {
        super("rotation.json");
        Json.Members good = request(7, OLD, 2, RENEWED);
        accepted("from SM2 to ES256", input(good, OLD));
        accepted("and back", input(request(7, RENEWED, 3, OLD), RENEWED));
        accepted(
                "to an SM2 key without user id",
                input(request(7, OLD, 2, TestKeys.named(Suite.SM2, "second", new byte[0])), OLD));
        accepted("to the last number", input(request(7, OLD, 255, RENEWED), OLD));

        String voucher = text(good, "voucher");
        String possession = text(good, "possession");
        refused("the vouching key is another", BAD, input(good, RENEWED));
        refused("another issuer", BAD, input(with(good, "issuer", 8), OLD));
        refused("another number", BAD, input(withKey(good, with(key(good), "seq", 3)), OLD));
        refused(
                "another new key",
                BAD,
                input(
                        withKey(
                                good,
                                IssuerKey.of(2, TestKeys.named(Suite.ES256, "thief").publicKey())
                                        .json()),
                        OLD));
        refused(
                "voucher and possession changed over",
                BAD,
                input(with(with(good, "voucher", possession), "possession", voucher), OLD));
        refused(
                "a voucher with one bit turned",
                BAD,
                input(with(good, "voucher", HexEdit.flip(voucher, 77)), OLD));
        refused(
                "a possession with one bit turned",
                BAD,
                input(with(good, "possession", HexEdit.flip(possession, 77)), OLD));
        refused("no voucher", "voucher", input(without(good, "voucher"), OLD));
        refused("no possession", "possession", input(without(good, "possession"), OLD));
        refused("issuer 0", "issuer", input(with(good, "issuer", 0), OLD));
        refused("old key 0", "keySeq", input(with(good, "keySeq", 0), OLD));
        refused("a key that vouches for itself", "key.seq", input(with(good, "keySeq", 2), OLD));
        refused(
                "a new key that is suspect",
                "key",
                input(withKey(good, with(key(good), "suspectSince", "2026-09-13T02:21:07Z")), OLD));
        refused("a field more", "reason", input(with(good, "reason", "old"), OLD));
        refused("white space", "request", line(Jcs.text(good).replace(",", ", "), OLD));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException, SealException {
        RotationRequest request =
                RotationRequest.parse(input.text("request").getBytes(StandardCharsets.UTF_8));
        SealPublicKey old = IssuerKey.read(input.object("old")).key();
        request.check(old);
        return new Json.Text(
                Hex.write(new KeyRotation(request.issuer(), old, request.key()).message()));
    }

    private static Json.Members request(
            int issuer, SealPrivateKey old, int seq, SealPrivateKey renewed) {
        IssuerKey record = IssuerKey.of(seq, renewed.publicKey());
        byte[] message = new KeyRotation(issuer, old.publicKey(), record).message();
        return new RotationRequest(
                        issuer,
                        1,
                        record,
                        TestKeys.sign(old, message),
                        TestKeys.sign(renewed, message))
                .json();
    }

    private static Json.Members key(Json.Members request) {
        return object(request, "key");
    }

    private static Json.Members withKey(Json.Members request, Json.Members key) {
        return with(request, "key", key);
    }

    private static Json.Members input(Json.Members request, SealPrivateKey old) {
        return line(Jcs.text(request), old);
    }

    private static Json.Members line(String request, SealPrivateKey old) {
        return Json.object()
                .put("request", request)
                .put("old", IssuerKey.of(1, old.publicKey()).json())
                .end();
    }
}
