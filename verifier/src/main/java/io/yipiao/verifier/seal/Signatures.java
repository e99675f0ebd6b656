package io.yipiao.verifier.seal;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.BigIntegers;

import java.math.BigInteger;
import java.util.Arrays;

/** Making and checking the two suites' signatures. */
final class Signatures {
    private Signatures() {}

    static Seal sign(Suite suite, byte[] userId, ECPrivateKeyParameters key, byte[] message) {
        return switch (suite) {
            case SM2 -> sm2(userId, key, message);
            case ES256 -> es256(key, message);
        };
    }

    static boolean verify(
            Suite suite, byte[] userId, ECPublicKeyParameters key, byte[] message, Seal seal) {
        return switch (suite) {
            case SM2 -> {
                SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
                signer.init(false, new ParametersWithID(key, userId));
                signer.update(message, 0, message.length);
                yield signer.verifySignature(seal.bytes());
            }
            case ES256 -> verifyEs256(key, message, seal);
        };
    }

    private static Seal sm2(byte[] userId, ECPrivateKeyParameters key, byte[] message) {
        try {
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(true, new ParametersWithID(new ParametersWithRandom(key), userId));
            signer.update(message, 0, message.length);
            return Seal.of(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("SM2 could not sign", e);
        }
    }

    /** RFC 6979 nonces; s is brought to the lower half of the group's order. */
    private static Seal es256(ECPrivateKeyParameters key, byte[] message) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        BigInteger[] rs = signer.generateSignature(sha256(message));
        BigInteger order = key.getParameters().getN();
        BigInteger low = isLow(rs[1], order) ? rs[1] : order.subtract(rs[1]);
        byte[] bytes = new byte[Seal.LENGTH];
        BigIntegers.asUnsignedByteArray(rs[0], bytes, 0, 32);
        BigIntegers.asUnsignedByteArray(low, bytes, 32, 32);
        return Seal.of(bytes);
    }

    private static boolean verifyEs256(ECPublicKeyParameters key, byte[] message, Seal seal) {
        byte[] bytes = seal.bytes();
        BigInteger r = new BigInteger(1, Arrays.copyOf(bytes, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64));
        if (!isLow(s, key.getParameters().getN())) {
            return false;
        }
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, key);
        return signer.verifySignature(sha256(message), r, s);
    }

    /** The same signature, with n − s in place of an s in the upper half of P-256's order. */
    static byte[] withLowS(byte[] rs) {
        BigInteger order = Curves.of(Suite.ES256).getN();
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(rs, 32, 64));
        if (isLow(s, order)) {
            return rs;
        }
        byte[] low = rs.clone();
        // What is out of range stays out of range, and verifies nowhere.
        BigIntegers.asUnsignedByteArray(order.subtract(s).mod(order), low, 32, 32);
        return low;
    }

    private static boolean isLow(BigInteger s, BigInteger order) {
        return s.compareTo(order.shiftRight(1)) <= 0;
    }

    private static byte[] sha256(byte[] message) {
        SHA256Digest sha = new SHA256Digest();
        sha.update(message, 0, message.length);
        byte[] out = new byte[32];
        sha.doFinal(out, 0);
        return out;
    }
}
