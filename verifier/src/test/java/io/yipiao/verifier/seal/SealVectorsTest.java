package io.yipiao.verifier.seal;

import static io.yipiao.verifier.vectors.JsonEdit.with;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;
import io.yipiao.verifier.vectors.HexEdit;
import io.yipiao.verifier.vectors.JsonEdit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The vectors of seal.json: an input is a key's record, a fingerprint and a seal; expected is the
 * message that was signed.
 */
class SealVectorsTest extends FormatVectors {
    private static final String BAD = "signature does not verify";
    private static final String ZERO = "00".repeat(32);
    private static final byte[] ALICE = "ALICE123@YAHOO.COM".getBytes(StandardCharsets.US_ASCII);

    SealVectorsTest() {
        super("seal.json");
        for (Suite suite : Suite.values()) {
            of(suite);
        }
        SealPrivateKey alice = TestKeys.named(Suite.SM2, "issuer 1", ALICE);
        SealPrivateKey nameless = TestKeys.named(Suite.SM2, "issuer 1", new byte[0]);
        SealPrivateKey standard = TestKeys.named(Suite.SM2, "issuer 1");
        accepted("SM2 with a user id of its own", input(alice, fingerprint(1)));
        refused(
                "SM2: another user id than the record's",
                BAD,
                with(input(alice, fingerprint(1)), "key", record(standard)));
        refused(
                "SM2: the standard user id, where the record has an empty one",
                BAD,
                with(input(standard, fingerprint(1)), "key", record(nameless)));
        Json.Members high = input(TestKeys.named(Suite.ES256, "issuer 1"), fingerprint(1));
        BigInteger order = Curves.of(Suite.ES256).getN();
        refused(
                "ES256: n - s in the place of s",
                BAD,
                seal(high, half(high, 0), hex(order.subtract(number(half(high, 1))))));
        refused(
                "ES256: a seal of SM2",
                BAD,
                with(high, "seal", JsonEdit.text(input(standard, fingerprint(1)), "seal")));
        refused(
                "a suite that the message does not choose",
                "spki",
                with(
                        high,
                        "key",
                        with(record(TestKeys.named(Suite.ES256, "issuer 1")), "suite", "SM2")));
    }

    private void of(Suite suite) {
        SealPrivateKey key = TestKeys.named(suite, "issuer 1");
        Json.Members good = input(key, fingerprint(1));
        BigInteger order = Curves.of(suite).getN();
        String r = half(good, 0);
        String s = half(good, 1);
        accepted(suite + ": a seal", good);
        accepted(suite + ": over another fingerprint", input(key, fingerprint(2)));
        accepted(
                suite + ": by another key",
                input(TestKeys.named(suite, "issuer 2"), fingerprint(1)));
        refused(
                suite + ": another fingerprint",
                BAD,
                with(good, "fingerprint", fingerprint(2).hex()));
        refused(
                suite + ": another key",
                BAD,
                with(good, "key", record(TestKeys.named(suite, "issuer 2"))));
        refused(suite + ": r and s changed over", BAD, seal(good, s, r));
        refused(suite + ": r = 0", BAD, seal(good, ZERO, s));
        refused(suite + ": s = 0", BAD, seal(good, r, ZERO));
        refused(suite + ": all zeros", BAD, seal(good, ZERO, ZERO));
        refused(suite + ": r = n", BAD, seal(good, hex(order), s));
        refused(suite + ": s = n", BAD, seal(good, r, hex(order)));
        refused(suite + ": all ones", BAD, seal(good, "ff".repeat(32), "ff".repeat(32)));
        refused(suite + ": s = n - 1", BAD, seal(good, r, hex(order.subtract(BigInteger.ONE))));
        refused(
                suite + ": s + n, where 32 bytes hold it",
                BAD,
                seal(good, r, hex(number(s).add(order).mod(BigInteger.ONE.shiftLeft(256)))));
        for (int bit : new int[] {0, 255, 256, 511}) {
            refused(
                    suite + ": bit " + bit + " turned",
                    BAD,
                    with(good, "seal", HexEdit.flip(r + s, bit)));
        }
        refused(
                suite + ": a seal over the bare fingerprint",
                BAD,
                with(good, "seal", TestKeys.sign(key, fingerprint(1).bytes()).hex()));
        refused(suite + ": 63 bytes", "seal", with(good, "seal", HexEdit.cut(r + s)));
        refused(suite + ": 65 bytes", "seal", with(good, "seal", r + s + "00"));
        refused(
                suite + ": capital letters",
                "seal",
                with(good, "seal", (r + s).toUpperCase(java.util.Locale.ROOT)));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException, SealException {
        SealPublicKey key = IssuerKey.read(input.object("key")).key();
        Fingerprint fingerprint =
                new Fingerprint(Digest.ofHex("fingerprint", input.text("fingerprint")));
        BillSeal.check(key, fingerprint, Seal.ofHex("seal", input.text("seal")));
        return new Json.Text(Hex.write(BillSeal.message(key, fingerprint)));
    }

    private static Json.Members input(SealPrivateKey key, Fingerprint fingerprint) {
        byte[] message = BillSeal.message(key.publicKey(), fingerprint);
        return Json.object()
                .put("key", record(key))
                .put("fingerprint", fingerprint.hex())
                .put("seal", TestKeys.sign(key, message).hex())
                .end();
    }

    private static Json.Members record(SealPrivateKey key) {
        return IssuerKey.of(1, key.publicKey()).json();
    }

    private static Fingerprint fingerprint(int n) {
        return new Fingerprint(Sm3.of(new byte[] {(byte) n}));
    }

    private static Json.Members seal(Json.Members input, String r, String s) {
        return with(input, "seal", r + s);
    }

    private static String half(Json.Members input, int which) {
        return JsonEdit.text(input, "seal").substring(64 * which, 64 * which + 64);
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }

    private static String hex(BigInteger number) {
        return HexFormat.of()
                .formatHex(org.bouncycastle.util.BigIntegers.asUnsignedByteArray(32, number));
    }
}
