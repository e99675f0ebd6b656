package io.yipiao.verifier.seal;

import static io.yipiao.verifier.vectors.HexEdit.at;
import static io.yipiao.verifier.vectors.HexEdit.cut;
import static io.yipiao.verifier.vectors.JsonEdit.with;
import static io.yipiao.verifier.vectors.JsonEdit.without;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;
import io.yipiao.verifier.vectors.JsonEdit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The vectors of key.json: an input is the record of an issuer's key, expected are its thumbprint
 * and the user id that stands in it or goes without saying.
 */
class KeyVectorsTest extends FormatVectors {
    /** Where the point begins in a SubjectPublicKeyInfo of P-256 and of sm2p256v1. */
    private static final int P256_POINT = 26;

    KeyVectorsTest() {
        super("key.json");
        Json.Members sm2 = record(Suite.SM2);
        Json.Members es256 = record(Suite.ES256);
        String spki = JsonEdit.text(es256, "spki");
        accepted("SM2", sm2);
        accepted("ES256", es256);
        accepted(
                "SM2 with a user id of its own",
                with(
                        sm2,
                        "userId",
                        Hex.write("ALICE123@YAHOO.COM".getBytes(StandardCharsets.US_ASCII))));
        accepted("SM2 with an empty user id", with(sm2, "userId", ""));
        accepted(
                "an instant with thousandths, as a ledger may give it",
                with(sm2, "revokedAt", "2026-09-13T02:21:07.120Z"));
        accepted("the last number", with(sm2, "seq", 255));
        accepted(
                "revoked, and suspect since earlier",
                new IssuerKey(
                                2,
                                TestKeys.named(Suite.SM2, "issuer 1").publicKey(),
                                Optional.of(Instant.parse("2026-09-13T02:21:07Z")),
                                Optional.of(Instant.parse("2026-09-01T00:00:00Z")))
                        .json());

        refused("number 0", "seq", with(sm2, "seq", 0));
        refused("number 256", "seq", with(sm2, "seq", 256));
        refused("no suite", "suite", without(sm2, "suite"));
        refused("an unknown suite", "suite", with(sm2, "suite", "SM2_SM3"));
        refused("a suite in small letters", "suite", with(sm2, "suite", "sm2"));
        refused("a P-256 key as SM2", "spki", with(es256, "suite", "SM2"));
        refused("an SM2 key as ES256", "spki", with(sm2, "suite", "ES256"));
        refused("ES256 with a user id", "userId", with(es256, "userId", "31"));
        refused("a user id of 8192 bytes", "userId", with(sm2, "userId", "31".repeat(8192)));
        refused("a user id that is no hexadecimal", "userId", with(sm2, "userId", "ALICE"));
        refused("a byte too few", "spki", with(es256, "spki", cut(spki)));
        refused("a byte too many", "spki", with(es256, "spki", spki + "00"));
        refused(
                "a point that is not on the curve",
                "spki",
                with(es256, "spki", at(spki, 90, "00")));
        refused("a compressed point", "spki", with(es256, "spki", compressed(Suite.ES256)));
        refused("a hybrid point", "spki", with(es256, "spki", at(spki, P256_POINT, "06")));
        refused(
                "the point at infinity",
                "spki",
                with(es256, "spki", "3019301306072a8648ce3d020106082a8648ce3d03010703020000"));
        refused("a length in two bytes", "spki", with(es256, "spki", "308159" + spki.substring(4)));
        refused("nothing", "spki", with(es256, "spki", ""));
        refused(
                "an instant without a zone",
                "revokedAt",
                with(sm2, "revokedAt", "2026-09-13T02:21:07"));
        refused(
                "an instant in another zone",
                "revokedAt",
                with(sm2, "revokedAt", "2026-09-13T10:21:07+08:00"));
        refused(
                "an instant with needless digits",
                "suspectSince",
                with(sm2, "suspectSince", "2026-09-13T02:21:07.0Z"));
        refused("a field more", "host", with(sm2, "host", "bills.example.cn"));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException {
        IssuerKey key = IssuerKey.read(input);
        return Json.object()
                .put("thumbprint", key.key().thumbprint().hex())
                .put("userId", Hex.write(key.key().userId()))
                .put("record", key.json())
                .end();
    }

    private static Json.Members record(Suite suite) {
        return IssuerKey.of(1, TestKeys.named(suite, "issuer 1").publicKey()).json();
    }

    private static String compressed(Suite suite) {
        SealPublicKey key = TestKeys.named(suite, "issuer 1").publicKey();
        try {
            return Hex.write(
                    new org.bouncycastle.asn1.x509.SubjectPublicKeyInfo(
                                    org.bouncycastle.asn1.x509.SubjectPublicKeyInfo.getInstance(
                                                    key.spki())
                                            .getAlgorithm(),
                                    key.point().getEncoded(true))
                            .getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
