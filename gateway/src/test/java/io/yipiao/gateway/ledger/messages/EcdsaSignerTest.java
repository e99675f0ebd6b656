package io.yipiao.gateway.ledger.messages;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;

class EcdsaSignerTest {
    @Test
    void every_signature_verifies_and_has_its_s_in_the_lower_half() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        BigInteger half = ((ECPrivateKey) pair.getPrivate()).getParams().getOrder().shiftRight(1);
        EcdsaSigner signer = new EcdsaSigner(pair.getPrivate());
        for (int i = 0; i < 100; i++) {
            ByteString message = ByteString.copyFromUtf8("message " + i);
            byte[] signed = signer.sign(Sha256.of(message).toByteArray());
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(pair.getPublic());
            check.update(message.toByteArray());
            assertTrue(check.verify(signed));
            BigInteger s =
                    ASN1Integer.getInstance(ASN1Sequence.getInstance(signed).getObjectAt(1))
                            .getPositiveValue();
            assertTrue(s.compareTo(half) <= 0);
        }
    }

    @Test
    void a_key_of_another_kind_is_refused() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThrows(IllegalArgumentException.class, () -> new EcdsaSigner(pair.getPrivate()));
    }
}
