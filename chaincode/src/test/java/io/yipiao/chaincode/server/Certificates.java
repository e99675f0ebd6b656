package io.yipiao.chaincode.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;

/** An authority that hands out certificates for TLS and for callers. */
final class Certificates {
    private static final X500Name ISSUER = new X500Name("CN=authority");

    /** Where Fabric CA writes attributes. */
    private static final ASN1ObjectIdentifier ATTRIBUTES =
            new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");

    private final KeyPair authority = keyPair();
    private long serial = 1;

    /** A key and its certificate, as PEM. */
    record Issued(String key, String certificate) {
        Path writeKey(Path file) throws IOException {
            return Files.writeString(file, key);
        }

        Path writeCertificate(Path file) throws IOException {
            return Files.writeString(file, certificate);
        }
    }

    Certificates() throws GeneralSecurityException {}

    /** The authority's own certificate, as PEM. */
    String root() throws Exception {
        return pem(
                "CERTIFICATE",
                builder("CN=authority", authority)
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                        .build(signer())
                        .getEncoded());
    }

    /** For a process that listens on loopback, or calls one. */
    Issued tls() throws Exception {
        KeyPair keys = keyPair();
        GeneralNames names =
                new GeneralNames(
                        new GeneralName[] {
                            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                            new GeneralName(GeneralName.dNSName, "localhost")
                        });
        return issued(
                keys,
                builder("CN=process", keys)
                        .addExtension(Extension.subjectAlternativeName, false, names));
    }

    /** For a caller with attributes, such as {@code {"role":"admin"}}. */
    Issued caller(String attributes) throws Exception {
        KeyPair keys = keyPair();
        byte[] extension = ("{\"attrs\":" + attributes + "}").getBytes(UTF_8);
        return issued(
                keys,
                builder("CN=caller", keys)
                        .addExtension(new Extension(ATTRIBUTES, false, extension)));
    }

    private Issued issued(KeyPair keys, X509v3CertificateBuilder builder) throws Exception {
        return new Issued(
                pem("PRIVATE KEY", keys.getPrivate().getEncoded()),
                pem("CERTIFICATE", builder.build(signer()).getEncoded()));
    }

    private JcaX509v3CertificateBuilder builder(String subject, KeyPair keys) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                ISSUER,
                BigInteger.valueOf(serial++),
                Date.from(now.minus(1, ChronoUnit.HOURS)),
                Date.from(now.plus(1, ChronoUnit.DAYS)),
                new X500Name(subject),
                keys.getPublic());
    }

    private ContentSigner signer() throws Exception {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate());
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(
                        label,
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der),
                        label);
    }
}
