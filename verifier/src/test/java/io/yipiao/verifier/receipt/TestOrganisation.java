package io.yipiao.verifier.receipt;

import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.seal.TestKeys;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.operator.ContentSigner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;

/**
 * An organisation of a network that exists in tests only: an authority and the certificates it
 * issues, the same bytes in every run.
 *
 * @param msp its name on the channel
 * @param authority tells two authorities of one organisation apart
 */
public record TestOrganisation(String msp, String authority) {
    /** While every authority here is valid. */
    public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    public static final Instant UNTIL = Instant.parse("2041-01-01T00:00:00Z");

    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    public static TestOrganisation of(String msp) {
        return new TestOrganisation(msp, "ca." + msp);
    }

    /** The authority's certificate in PEM. */
    public String root() {
        return pem(authority, "CN=" + authority, FROM, UNTIL, new BasicConstraints(0));
    }

    /** A peer, valid for a year. */
    public TestPeer peer() {
        return issue("peer", FROM, Instant.parse("2027-01-01T00:00:00Z"));
    }

    /** Whoever an organisational unit says it is. */
    public TestPeer issue(String unit, Instant from, Instant until) {
        String name = unit.replace('+', '.') + "." + authority;
        String subject = "OU=" + unit.replace("+", "+OU=") + ",CN=" + name;
        return new TestPeer(
                msp, key(name), pem(name, subject, from, until, new BasicConstraints(false)));
    }

    private String pem(
            String name, String subject, Instant from, Instant until, BasicConstraints kind) {
        byte[] spki = key(name).publicKey().spki();
        X509v3CertificateBuilder builder =
                new X509v3CertificateBuilder(
                        new X500Name("CN=" + authority),
                        new BigInteger(1, Arrays.copyOf(Sm3.of(spki).bytes(), 16)),
                        Date.from(from),
                        Date.from(until),
                        new X500Name(subject),
                        SubjectPublicKeyInfo.getInstance(spki));
        int usage = kind.isCA() ? KeyUsage.keyCertSign | KeyUsage.cRLSign : 0;
        add(builder, Extension.basicConstraints, kind);
        add(builder, Extension.keyUsage, new KeyUsage(usage | KeyUsage.digitalSignature));
        try {
            byte[] der = builder.build(new Signer(key(authority))).getEncoded();
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(
            X509v3CertificateBuilder builder, ASN1ObjectIdentifier extension, ASN1Encodable value) {
        try {
            builder.addExtension(extension, true, value);
        } catch (CertIOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SealPrivateKey key(String name) {
        return TestKeys.named(Suite.ES256, name);
    }

    /** A signature as DER writes it. */
    static byte[] der(Seal signature) {
        byte[] rs = signature.bytes();
        BigInteger r = new BigInteger(1, Arrays.copyOf(rs, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(rs, 32, 64));
        return der(r, s);
    }

    /** The same signature with n − s in place of s, which ECDSA takes as well. */
    static byte[] highDer(Seal signature) {
        byte[] rs = signature.bytes();
        BigInteger r = new BigInteger(1, Arrays.copyOf(rs, 32));
        return der(r, ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(rs, 32, 64))));
    }

    private static byte[] der(BigInteger r, BigInteger s) {
        try {
            return StandardDSAEncoding.INSTANCE.encode(ORDER, r, s);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Signer implements ContentSigner {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final SealPrivateKey key;

        private Signer(SealPrivateKey key) {
            this.key = key;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        }

        @Override
        public OutputStream getOutputStream() {
            return out;
        }

        @Override
        public byte[] getSignature() {
            return der(key.sign(out.toByteArray()));
        }
    }
}
