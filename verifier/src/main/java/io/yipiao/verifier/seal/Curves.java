package io.yipiao.verifier.seal;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.math.ec.ECPoint;

import java.io.IOException;

/**
 * The suites' curves and the one spelling of a public key on them. The curves are BouncyCastle's
 * custom ones, whose field arithmetic signs several times faster than its general one.
 */
final class Curves {
    private static final ECDomainParameters SM2 = named(GMObjectIdentifiers.sm2p256v1);
    private static final ECDomainParameters P256 = named(SECObjectIdentifiers.secp256r1);

    private Curves() {}

    static ECDomainParameters of(Suite suite) {
        return suite == Suite.SM2 ? SM2 : P256;
    }

    /** The DER bytes of a key whose curve is named and whose point is uncompressed. */
    static byte[] spki(Suite suite, ECPoint point) throws IOException {
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, oid(suite));
        return new SubjectPublicKeyInfo(algorithm, point.getEncoded(false)).getEncoded("DER");
    }

    static ASN1ObjectIdentifier oid(Suite suite) {
        return suite == Suite.SM2 ? GMObjectIdentifiers.sm2p256v1 : SECObjectIdentifiers.secp256r1;
    }

    private static ECDomainParameters named(ASN1ObjectIdentifier oid) {
        return new ECNamedDomainParameters(oid, CustomNamedCurves.getByOID(oid));
    }
}
