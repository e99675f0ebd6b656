package io.yipiao.verifier.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Sm3;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;

/** Keys that are the same in every run, and seals by them that are too. Never use one elsewhere. */
public final class TestKeys {
    private TestKeys() {}

    /** The key that a name stands for: its scalar is the name's SM3. */
    public static SealPrivateKey named(Suite suite, String name) {
        return named(suite, name, IssuerKey.standardUserId());
    }

    /** The same with another user id. */
    public static SealPrivateKey named(Suite suite, String name, byte[] userId) {
        BigInteger d = new BigInteger(1, Sm3.of(name.getBytes(UTF_8)).bytes()).shiftRight(1);
        try {
            byte[] pkcs8 =
                    new PrivateKeyInfo(
                                    new AlgorithmIdentifier(
                                            X9ObjectIdentifiers.id_ecPublicKey, Curves.oid(suite)),
                                    new ECPrivateKey(256, d))
                            .getEncoded("DER");
            return SealPrivateKey.of(suite, userId, pkcs8);
        } catch (IOException | FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A seal that is the same in every run: an SM2 nonce is drawn from the message. */
    public static Seal sign(SealPrivateKey key, byte[] message) {
        if (key.publicKey().suite() == Suite.ES256) {
            return key.sign(message);
        }
        try {
            ECPrivateKeyParameters scalar =
                    (ECPrivateKeyParameters) PrivateKeyFactory.createKey(key.pkcs8());
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(
                    true,
                    new ParametersWithID(
                            new ParametersWithRandom(scalar, new Repeated(message)),
                            key.publicKey().userId()));
            signer.update(message, 0, message.length);
            return Seal.of(signer.generateSignature());
        } catch (IOException | CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the same bytes for the same message. */
    private static final class Repeated extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] message;
        private byte drawn;

        private Repeated(byte[] message) {
            this.message = message.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i += 32) {
                byte[] block = Sm3.hmac(message, new byte[] {drawn++}).bytes();
                System.arraycopy(block, 0, bytes, i, Math.min(32, bytes.length - i));
            }
        }
    }
}
