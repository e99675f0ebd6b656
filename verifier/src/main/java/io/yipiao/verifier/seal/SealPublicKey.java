package io.yipiao.verifier.seal;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.math.ec.ECPoint;

import java.io.IOException;
import java.util.Arrays;

/** A public key that checks seals: a suite, a point on its curve and, for SM2, a user id. */
public final class SealPublicKey {
    private final Suite suite;
    private final byte[] userId;
    private final byte[] spki;
    private final ECPublicKeyParameters point;
    private final Digest thumbprint;

    private SealPublicKey(Suite suite, byte[] userId, byte[] spki, ECPublicKeyParameters point) {
        this.suite = suite;
        this.userId = userId;
        this.spki = spki;
        this.point = point;
        this.thumbprint = Sm3.of(spki);
    }

    /**
     * Reads a key.
     *
     * @param userId the SM2 user id, at most 8,191 bytes; ignored by ES256
     * @param spki a DER SubjectPublicKeyInfo (RFC 5280, 4.1.2.7) that names the suite's curve and
     *     an uncompressed point; other spellings are refused, since the thumbprint is taken of it
     */
    public static SealPublicKey of(Suite suite, byte[] userId, byte[] spki) throws FieldException {
        if (userId.length > 8191) {
            throw new FieldException("userId", "at most 8191 bytes", userId.length + " bytes");
        }
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(spki);
            if (PublicKeyFactory.createKey(info) instanceof ECPublicKeyParameters point
                    && Arrays.equals(spki, Curves.spki(suite, point.getQ()))) {
                return new SealPublicKey(suite, userId.clone(), spki.clone(), point);
            }
        } catch (IOException | RuntimeException e) {
            throw new FieldException("spki", "a public key of " + suite, "other bytes");
        }
        throw new FieldException("spki", "a public key of " + suite, "another key or spelling");
    }

    /** Checks a signature over a message. */
    public void check(byte[] message, Seal seal) throws SealException {
        if (!Signatures.verify(suite, userId, point, message, seal)) {
            throw new SealException("the " + suite + " signature does not verify");
        }
    }

    public Suite suite() {
        return suite;
    }

    public byte[] userId() {
        return userId.clone();
    }

    ECPoint point() {
        return point.getQ();
    }

    /** The DER SubjectPublicKeyInfo. */
    public byte[] spki() {
        return spki.clone();
    }

    /** SM3 of the SubjectPublicKeyInfo. */
    public Digest thumbprint() {
        return thumbprint;
    }

    @Override
    public String toString() {
        return suite + " " + thumbprint;
    }
}
