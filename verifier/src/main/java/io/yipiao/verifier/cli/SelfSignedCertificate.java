package io.yipiao.verifier.cli;

import io.yipiao.verifier.seal.SigningKey;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;

/**
 * An X.509 certificate (RFC 5280) that a sealing key signs for itself, by which its holder shows
 * whose key it is. The ledger and the trust list go by the key, not by the certificate.
 */
final class SelfSignedCertificate {
    private SelfSignedCertificate() {}

    /** Makes the certificate, DER. */
    static byte[] make(
            SigningKey key, String name, Instant from, Instant until, SecureRandom random) {
        var subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
        try {
            return new X509v3CertificateBuilder(
                            subject,
                            new BigInteger(127, random).add(BigInteger.ONE),
                            Date.from(from),
                            Date.from(until),
                            subject,
                            SubjectPublicKeyInfo.getInstance(key.publicKey().spki()))
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .build(new Signer(key))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Our keys' signatures in the shape that certificates have. */
    private static final class Signer implements ContentSigner {
        private final SigningKey key;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        private Signer(SigningKey key) {
            this.key = key;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(
                    switch (key.publicKey().suite()) {
                        case SM2 -> GMObjectIdentifiers.sm2sign_with_sm3;
                        case ES256 -> X9ObjectIdentifiers.ecdsa_with_SHA256;
                    });
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            byte[] rs = key.sign(content.toByteArray()).bytes();
            ASN1EncodableVector pair = new ASN1EncodableVector();
            pair.add(new ASN1Integer(new BigInteger(1, Arrays.copyOf(rs, 32))));
            pair.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(rs, 32, 64))));
            try {
                return new DERSequence(pair).getEncoded("DER");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
