package io.yipiao.verifier.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

class KeyRotationTest {
    private final SealPrivateKey old = key(Suite.SM2);
    private final SealPrivateKey renewed = key(Suite.ES256);
    private final KeyRotation rotation =
            new KeyRotation(7, old.publicKey(), IssuerKey.of(2, renewed.publicKey()));

    @Test
    void both_keys_sign_the_bytes_that_the_format_says() {
        String expected =
                Hex.write("yipiao/rotate/1".getBytes(StandardCharsets.US_ASCII))
                        + old.publicKey().thumbprint().hex()
                        + "00000007"
                        + Sm3.of(Jcs.bytes(IssuerKey.of(2, renewed.publicKey()).json())).hex();
        assertEquals(expected, Hex.write(rotation.message()));
        assertArrayEquals(rotation.message(), rotation.message());
    }

    @Test
    void accepts_the_voucher_of_the_old_key_and_the_possession_of_the_new() throws Exception {
        rotation.checkVoucher(rotation.seal(old));
        rotation.checkPossession(rotation.seal(renewed));
    }

    @Test
    void refuses_the_one_in_the_others_place() {
        assertThrows(SealException.class, () -> rotation.checkVoucher(rotation.seal(renewed)));
        assertThrows(SealException.class, () -> rotation.checkPossession(rotation.seal(old)));
    }

    @Test
    void refuses_seals_over_another_issuer_number_or_key() {
        IssuerKey under = IssuerKey.of(3, renewed.publicKey());
        IssuerKey other = IssuerKey.of(2, key(Suite.ES256).publicKey());
        for (KeyRotation another :
                new KeyRotation[] {
                    new KeyRotation(8, old.publicKey(), rotation.renewed()),
                    new KeyRotation(7, old.publicKey(), under),
                    new KeyRotation(7, old.publicKey(), other)
                }) {
            assertThrows(SealException.class, () -> rotation.checkVoucher(another.seal(old)));
        }
    }

    @Test
    void refuses_every_bit_flip() {
        byte[] seal = rotation.seal(old).bytes();
        for (int bit = 0; bit < 8 * Seal.LENGTH; bit++) {
            byte[] flipped = seal.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(
                    SealException.class, () -> rotation.checkVoucher(Seal.of(flipped)), "" + bit);
        }
    }

    private static SealPrivateKey key(Suite suite) {
        return SealPrivateKey.generate(suite, IssuerKey.standardUserId(), new SecureRandom());
    }
}
