package io.yipiao.verifier.seal;

import io.yipiao.verifier.bill.FieldException;

import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;

/** A private key that makes seals. It prints nothing of itself. */
public final class SealPrivateKey implements SigningKey {
    private final ECPrivateKeyParameters scalar;
    private final SealPublicKey publicKey;

    private SealPrivateKey(ECPrivateKeyParameters scalar, SealPublicKey publicKey) {
        this.scalar = scalar;
        this.publicKey = publicKey;
    }

    /** Makes a new key. */
    public static SealPrivateKey generate(Suite suite, byte[] userId, SecureRandom random) {
        BigInteger d = BigIntegers.createRandomInRange(BigInteger.ONE, greatest(suite), random);
        try {
            return of(suite, userId, d);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a PKCS #8 private key (RFC 5958) of the suite's curve, 1 to n − 2: with n − 1 an SM2
     * signature cannot be made (GM/T 0003.2, 6.1).
     */
    public static SealPrivateKey of(Suite suite, byte[] userId, byte[] pkcs8)
            throws FieldException {
        try {
            if (PrivateKeyFactory.createKey(pkcs8) instanceof ECPrivateKeyParameters key
                    && key.getParameters().equals(Curves.of(suite))
                    && key.getD().compareTo(greatest(suite)) <= 0) {
                return of(suite, userId, key.getD());
            }
        } catch (IOException | RuntimeException e) {
            throw new FieldException("key", "a PKCS #8 private key", "other bytes");
        }
        throw new FieldException("key", "a private key of " + suite, "another kind of key");
    }

    /** The key of a secret scalar of 32 bytes, which must lie within the curve's order. */
    public static SealPrivateKey ofScalar(Suite suite, byte[] userId, byte[] scalar)
            throws FieldException {
        BigInteger d = new BigInteger(1, scalar);
        BigInteger most = Curves.of(suite).getN().subtract(BigInteger.TWO);
        if (scalar.length != 32 || d.signum() == 0 || d.compareTo(most) > 0) {
            throw new FieldException("key", "a scalar within the order of " + suite, "another");
        }
        return of(suite, userId, d);
    }

    @Override
    public Seal sign(byte[] message) {
        return Signatures.sign(publicKey.suite(), publicKey.userId(), scalar, message);
    }

    @Override
    public SealPublicKey publicKey() {
        return publicKey;
    }

    /** The key as PKCS #8, to be kept where only its owner reads it. */
    public byte[] pkcs8() {
        Suite suite = publicKey.suite();
        try {
            byte[] point = publicKey.point().getEncoded(false);
            return new PrivateKeyInfo(
                            new AlgorithmIdentifier(
                                    X9ObjectIdentifiers.id_ecPublicKey, Curves.oid(suite)),
                            new ECPrivateKey(256, scalar.getD(), new DERBitString(point), null))
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger greatest(Suite suite) {
        return Curves.of(suite).getN().subtract(BigInteger.TWO);
    }

    private static SealPrivateKey of(Suite suite, byte[] userId, BigInteger d)
            throws FieldException {
        ECDomainParameters curve = Curves.of(suite);
        try {
            var point = new FixedPointCombMultiplier().multiply(curve.getG(), d).normalize();
            return new SealPrivateKey(
                    new ECPrivateKeyParameters(d, curve),
                    SealPublicKey.of(suite, userId, Curves.spki(suite, point)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "private key of " + publicKey;
    }
}
