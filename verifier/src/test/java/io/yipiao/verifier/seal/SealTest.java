package io.yipiao.verifier.seal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.Fingerprint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;

class SealTest {
    private static final Fingerprint FINGERPRINT = new Fingerprint(Sm3.of(new byte[] {1}));

    @ParameterizedTest
    @EnumSource(Suite.class)
    void refuses_every_flipped_bit(Suite suite) throws SealException {
        SealPrivateKey key = TestKeys.named(suite, "issuer 1");
        Seal seal = BillSeal.make(key, FINGERPRINT);
        BillSeal.check(key.publicKey(), FINGERPRINT, seal);
        for (int bit = 0; bit < Seal.LENGTH * 8; bit++) {
            byte[] flipped = seal.bytes();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(key, Seal.of(flipped));
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void refuses_r_and_s_out_of_range(Suite suite) {
        SealPrivateKey key = TestKeys.named(suite, "issuer 1");
        byte[] good = BillSeal.make(key, FINGERPRINT).bytes();
        BigInteger order = Curves.of(suite).getN();
        for (BigInteger bad :
                new BigInteger[] {
                    BigInteger.ZERO,
                    order,
                    order.add(BigInteger.ONE),
                    BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE)
                }) {
            assertRefused(key, withHalf(good, 0, bad));
            assertRefused(key, withHalf(good, 32, bad));
        }
    }

    @Test
    void refuses_sm2_where_r_and_s_sum_to_the_order() {
        SealPrivateKey key = TestKeys.named(Suite.SM2, "issuer 1");
        byte[] good = BillSeal.make(key, FINGERPRINT).bytes();
        BigInteger r = new BigInteger(1, Arrays.copyOf(good, 32));
        assertRefused(key, withHalf(good, 32, Curves.of(Suite.SM2).getN().subtract(r)));
    }

    @Test
    void makes_es256_seals_with_a_low_s_and_the_same_each_time() {
        SealPrivateKey key = TestKeys.named(Suite.ES256, "issuer 1");
        BigInteger half = Curves.of(Suite.ES256).getN().shiftRight(1);
        for (int i = 0; i < 50; i++) {
            Seal seal = key.sign(new byte[] {(byte) i});
            BigInteger s = new BigInteger(1, Arrays.copyOfRange(seal.bytes(), 32, 64));
            assertEquals(true, s.compareTo(half) <= 0);
            assertEquals(seal, key.sign(new byte[] {(byte) i}));
        }
    }

    @Test
    void draws_a_new_number_for_each_sm2_seal() {
        SealPrivateKey key = TestKeys.named(Suite.SM2, "issuer 1");
        assertNotEquals(
                BillSeal.make(key, FINGERPRINT).hex(), BillSeal.make(key, FINGERPRINT).hex());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void checks_with_a_key_read_from_its_bytes(Suite suite) throws Exception {
        SealPrivateKey made =
                SealPrivateKey.generate(suite, IssuerKey.standardUserId(), new SecureRandom());
        SealPrivateKey read = SealPrivateKey.of(suite, IssuerKey.standardUserId(), made.pkcs8());
        assertEquals(made.publicKey().thumbprint(), read.publicKey().thumbprint());
        SealPublicKey publicKey =
                SealPublicKey.of(suite, IssuerKey.standardUserId(), made.publicKey().spki());
        Seal seal = BillSeal.make(read, FINGERPRINT);
        assertDoesNotThrow(() -> BillSeal.check(publicKey, FINGERPRINT, seal));
    }

    private static Seal withHalf(byte[] seal, int offset, BigInteger number) {
        byte[] changed = seal.clone();
        byte[] half = org.bouncycastle.util.BigIntegers.asUnsignedByteArray(32, number);
        System.arraycopy(half, 0, changed, offset, 32);
        return Seal.of(changed);
    }

    private static void assertRefused(SealPrivateKey key, Seal seal) {
        assertThrows(SealException.class, () -> BillSeal.check(key.publicKey(), FINGERPRINT, seal));
    }
}
