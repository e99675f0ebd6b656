package io.yipiao.gateway.ledger.embedded;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/**
 * An organisation's private certificate authority, which certifies as Fabric CA does: ECDSA on
 * P-256, the kind of identity in the subject's OU, attributes as JSON in an extension of their own.
 */
final class Authority {
    /** Fabric CA's extension, {@code {"attrs":{name:value}}}. */
    private static final ASN1ObjectIdentifier ATTRIBUTES =
            new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");

    private static final Duration SLACK = Duration.ofMinutes(5);
    private static final Duration LIFE = Duration.ofDays(3650);

    private final Credential self;

    Authority(Credential self) {
        this.self = self;
    }

    /** A new authority that certifies itself. */
    static Credential found(String name) throws GeneralSecurityException {
        KeyPair pair = keyPair();
        X500Name subject = new X500Name("O=" + name + ",CN=ca." + name);
        try {
            X509v3CertificateBuilder draft = draft(subject, subject, pair);
            draft.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            draft.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new Credential(sign(draft, pair), pair.getPrivate());
        } catch (IOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /**
     * Certifies a new key.
     *
     * @param unit what the identity is: {@code peer} or {@code client}
     */
    Credential certify(String name, String unit, Map<String, String> attributes)
            throws GeneralSecurityException {
        KeyPair pair = keyPair();
        X500Name issuer =
                X500Name.getInstance(self.certificate().getSubjectX500Principal().getEncoded());
        try {
            X509v3CertificateBuilder draft =
                    draft(issuer, new X500Name("OU=" + unit + ",CN=" + name), pair);
            draft.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            draft.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(self.certificate().getPublicKey()));
            draft.addExtension(ATTRIBUTES, false, Jcs.bytes(json(attributes)));
            KeyPair own = new KeyPair(self.certificate().getPublicKey(), self.key());
            return new Credential(sign(draft, own), pair.getPrivate());
        } catch (IOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** The attributes that a certificate carries. */
    static Map<String, String> attributes(X509Certificate certificate) throws IOException {
        byte[] extension = certificate.getExtensionValue(ATTRIBUTES.getId());
        if (extension == null) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        try {
            Json.Members members =
                    JsonReader.readObject(ASN1OctetString.getInstance(extension).getOctets())
                            .object("attrs");
            for (String name : members.values().keySet()) {
                attributes.put(name, members.text(name));
            }
        } catch (FieldException e) {
            throw new IOException("attributes of a certificate: " + e.getMessage(), e);
        }
        return attributes;
    }

    private static Json json(Map<String, String> attributes) {
        Json.Writer writer = Json.object();
        attributes.forEach(writer::put);
        return Json.object().put("attrs", writer.end()).end();
    }

    private static X509v3CertificateBuilder draft(X500Name issuer, X500Name subject, KeyPair pair)
            throws IOException, GeneralSecurityException {
        Instant now = Instant.now();
        X509v3CertificateBuilder draft =
                new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(127, new SecureRandom()),
                        Date.from(now.minus(SLACK)),
                        Date.from(now.plus(LIFE)),
                        subject,
                        pair.getPublic());
        draft.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        return draft;
    }

    private static X509Certificate sign(X509v3CertificateBuilder draft, KeyPair with)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        draft.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(with.getPrivate())));
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
