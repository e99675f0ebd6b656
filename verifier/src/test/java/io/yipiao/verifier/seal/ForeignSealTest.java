package io.yipiao.verifier.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.Fingerprint;

import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Seals that a hospital's own software made, here OpenSSL, and its own way with SM2's user id. */
class ForeignSealTest {
    private static final String[] USER_IDS = {"", "ALICE123@YAHOO.COM", "1234567812345678"};

    @TempDir Path folder;

    @Test
    void are_good_with_a_user_id_of_their_own_or_none_and_under_no_other() throws Exception {
        Fingerprint fingerprint = new Fingerprint(Sm3.of(new byte[] {1}));
        for (String userId : USER_IDS) {
            SealPublicKey key = key(userId);
            Seal seal = byOpenssl(userId, BillSeal.message(key, fingerprint));
            BillSeal.check(key, fingerprint, seal);
            for (String other : USER_IDS) {
                if (!other.equals(userId)) {
                    assertThrows(
                            SealException.class,
                            () -> BillSeal.check(key(other), fingerprint, seal),
                            userId + " under " + other);
                }
            }
        }
    }

    private static SealPublicKey key(String userId) {
        return TestKeys.named(Suite.SM2, "foreign", ascii(userId)).publicKey();
    }

    private Seal byOpenssl(String userId, byte[] message) throws Exception {
        SealPrivateKey key = TestKeys.named(Suite.SM2, "foreign");
        Files.write(folder.resolve("key"), key.pkcs8());
        Files.write(folder.resolve("message"), message);
        Process process =
                new ProcessBuilder(
                                "openssl",
                                "pkeyutl",
                                "-sign",
                                "-keyform",
                                "DER",
                                "-inkey",
                                "key",
                                "-in",
                                "message",
                                "-out",
                                "signature",
                                "-rawin",
                                "-digest",
                                "sm3",
                                "-pkeyopt",
                                "hexdistid:" + HexFormat.of().formatHex(ascii(userId)))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        BigInteger order = Curves.of(Suite.SM2).getN();
        BigInteger[] rs =
                StandardDSAEncoding.INSTANCE.decode(
                        order, Files.readAllBytes(folder.resolve("signature")));
        return Seal.of(PlainDSAEncoding.INSTANCE.encode(order, rs[0], rs[1]));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
