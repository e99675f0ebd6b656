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
import java.util.Locale;

/** The vectors of enrolment.json: an input is a request's text, expected the message it proves. */
class KeyEnrolmentVectorsTest extends FormatVectors {
    private static final String CODE = "H99010100001";
    private static final String BAD = "does not verify";

    KeyEnrolmentVectorsTest() {
        super("enrolment.json");
        Json.Members sm2 = request(CODE, 1, TestKeys.named(Suite.SM2, "issuer 1"));
        Json.Members es256 = request(CODE, 1, TestKeys.named(Suite.ES256, "issuer 1"));
        accepted("SM2", input(sm2));
        accepted("ES256", input(es256));
        accepted(
                "SM2 with a user id of its own",
                input(request(CODE, 1, withUserId("ALICE123@YAHOO.COM"))));
        accepted("SM2 with an empty user id", input(request(CODE, 1, withUserId(""))));
        accepted(
                "a pharmacy's second key",
                input(request("P99010100007", 2, TestKeys.named(Suite.SM2, "issuer 1"))));

        String proof = text(sm2, "possession");
        Json other = new Json.Text(text(es256, "possession"));
        refused("another institution's code", BAD, input(with(sm2, "code", "H99010100002")));
        refused("another number", BAD, input(withKey(sm2, with(key(sm2), "seq", 2))));
        refused(
                "another user id, so that the key reads seals otherwise",
                BAD,
                input(withKey(sm2, with(key(sm2), "userId", "31"))));
        refused(
                "somebody else's key under one's own proof",
                BAD,
                input(withKey(sm2, IssuerKey.of(1, other("issuer 2")).json())));
        refused("the proof of the other suite's key", BAD, input(with(sm2, "possession", other)));
        refused("one bit turned", BAD, input(with(sm2, "possession", HexEdit.flip(proof, 100))));
        refused(
                "a seal over the bare key, as no proof is",
                BAD,
                input(
                        with(
                                sm2,
                                "possession",
                                TestKeys.sign(
                                                TestKeys.named(Suite.SM2, "issuer 1"),
                                                Jcs.bytes(key(sm2)))
                                        .hex())));
        refused("no proof", "possession", input(without(sm2, "possession")));
        refused(
                "a proof of 63 bytes",
                "possession",
                input(with(sm2, "possession", proof.substring(2))));
        refused(
                "a proof in capital letters",
                "possession",
                input(with(sm2, "possession", proof.toUpperCase(Locale.ROOT))));
        refused("no code", "code", input(without(sm2, "code")));
        refused("a code of ten digits", "code", input(with(sm2, "code", "H9901010001")));
        refused(
                "a key that was revoked",
                "key",
                input(withKey(sm2, with(key(sm2), "revokedAt", "2026-09-13T02:21:07Z"))));
        refused("number 0", "key.seq", input(withKey(sm2, with(key(sm2), "seq", 0))));
        refused(
                "an unknown suite",
                "key.suite",
                input(withKey(sm2, with(key(sm2), "suite", "RSA"))));
        refused("a field more", "name", input(with(sm2, "name", "示范市人民医院")));
        refused("white space", "enrolment", line(Jcs.text(sm2).replace(":", ": ")));
        refused(
                "the standard user id, which goes without saying",
                "enrolment",
                line(
                        Jcs.text(
                                withKey(
                                        sm2,
                                        with(
                                                key(sm2),
                                                "userId",
                                                Hex.write(IssuerKey.standardUserId()))))));
        refused("a line end", "enrolment", line(Jcs.text(sm2) + "\n"));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException, SealException {
        byte[] request = input.text("request").getBytes(StandardCharsets.UTF_8);
        KeyEnrolment enrolment = KeyEnrolment.parse(request);
        enrolment.check();
        return new Json.Text(Hex.write(KeyEnrolment.message(enrolment.code(), enrolment.key())));
    }

    private static Json.Members request(String code, int seq, SealPrivateKey key) {
        IssuerKey record = IssuerKey.of(seq, key.publicKey());
        Seal proof = TestKeys.sign(key, KeyEnrolment.message(code, record));
        return new KeyEnrolment(code, record, proof).json();
    }

    private static SealPrivateKey withUserId(String id) {
        return TestKeys.named(Suite.SM2, "issuer 1", id.getBytes(StandardCharsets.US_ASCII));
    }

    private static SealPublicKey other(String name) {
        return TestKeys.named(Suite.SM2, name).publicKey();
    }

    private static Json.Members key(Json.Members request) {
        return object(request, "key");
    }

    private static Json.Members withKey(Json.Members request, Json.Members key) {
        return with(request, "key", key);
    }

    private static Json.Members input(Json.Members request) {
        return line(Jcs.text(request));
    }

    private static Json.Members line(String request) {
        return Json.object().put("request", request).end();
    }
}
