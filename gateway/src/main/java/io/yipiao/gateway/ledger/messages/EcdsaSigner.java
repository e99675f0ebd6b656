package io.yipiao.gateway.ledger.messages;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.client.identity.Signer;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;

/**
 * Signs SHA-256 digests by ECDSA on P-256 with the platform's own provider: DER, s in the lower
 * half of the group's order, as Fabric demands. Safe for many threads.
 */
public final class EcdsaSigner implements Signer {
    private final PrivateKey key;
    private final BigInteger order;

    public EcdsaSigner(PrivateKey key) {
        if (!(key instanceof ECPrivateKey elliptic)) {
            throw new IllegalArgumentException("Fabric's identities are ECDSA keys");
        }
        this.key = key;
        this.order = elliptic.getParams().getOrder();
    }

    @Override
    public byte[] sign(byte[] digest) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("NONEwithECDSA");
        signature.initSign(key);
        signature.update(digest);
        ASN1Sequence signed = ASN1Sequence.getInstance(signature.sign());
        BigInteger s = ASN1Integer.getInstance(signed.getObjectAt(1)).getPositiveValue();
        BigInteger low = s.min(order.subtract(s));
        ASN1Encodable[] pair = {signed.getObjectAt(0), new ASN1Integer(low)};
        try {
            return new DERSequence(pair).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
