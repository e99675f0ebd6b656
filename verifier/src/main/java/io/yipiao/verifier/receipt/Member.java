package io.yipiao.verifier.receipt;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.seal.SealPublicKey;
import io.yipiao.verifier.seal.Suite;

import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody of an organisation, as he names himself beside a signature: the organisation and a
 * certificate.
 *
 * <p>What he is, the certificate's organisational units say, of which exactly one is {@code peer},
 * {@code client}, {@code admin} or {@code orderer}; it must stand under one of its organisation's
 * roots. Chains are checked as of the moment from which the certificate is valid, since what was
 * signed outlives certificates, and nothing in it says when it was signed.
 *
 * @param msp the organisation's name on the channel
 * @param certificate his own
 */
public record Member(String msp, X509Certificate certificate) {
    private static final String PEER = "peer";
    private static final Set<String> KINDS = Set.of(PEER, "client", "admin", "orderer");

    /** Reads a serialised {@code msp.SerializedIdentity}. */
    public static Member parse(ByteString bytes) throws FieldException {
        try {
            SerializedIdentity identity = SerializedIdentity.parseFrom(bytes);
            return new Member(
                    identity.getMspid(),
                    OrganisationRoots.certificate(identity.getIdBytes().toByteArray()));
        } catch (InvalidProtocolBufferException | CertificateException e) {
            throw new FieldException(
                    "endorser", "an organisation's name and a certificate", "other bytes");
        }
    }

    /** Checks that the organisation itself made this a peer of its own. */
    void checkPeer(OrganisationRoots roots) throws ReceiptException {
        List<X509Certificate> authorities = roots.of(msp);
        if (authorities.isEmpty()) {
            throw new ReceiptException("no roots of " + msp + " are known");
        }
        Set<String> kinds = kinds();
        if (!kinds.equals(Set.of(PEER))) {
            throw new ReceiptException(
                    "an endorser of " + msp + " is no peer: its certificate is of kind " + kinds);
        }
        if (!isUnder(authorities)) {
            throw new ReceiptException(
                    "a certificate of " + msp + " does not stand under its root");
        }
    }

    /**
     * Checks a signature, low s only.
     *
     * @param signed the bytes under it
     * @param signature ECDSA P-256 over their SHA-256, in DER
     */
    public void checkSignature(ByteString signed, ByteString signature) throws ReceiptException {
        checkSignature(key(), signed, signature);
    }

    /** The same with the member's key, which takes longer to read than a signature to check. */
    public void checkSignature(SealPublicKey key, ByteString signed, ByteString signature)
            throws ReceiptException {
        try {
            key.check(signed.toByteArray(), EcdsaDer.read(signature.toByteArray()));
        } catch (FieldException e) {
            throw malformed(e);
        } catch (SealException e) {
            throw new ReceiptException("a signature of " + msp + " does not verify", e);
        }
    }

    /** The certificate's key, on P-256. */
    public SealPublicKey key() throws ReceiptException {
        try {
            return SealPublicKey.of(
                    Suite.ES256, new byte[0], certificate.getPublicKey().getEncoded());
        } catch (FieldException e) {
            throw malformed(e);
        }
    }

    private ReceiptException malformed(FieldException fault) {
        return new ReceiptException(
                "a signature of " + msp + " is malformed: " + fault.getMessage());
    }

    /** Whether one of these authorities issued the certificate. */
    public boolean isUnder(List<X509Certificate> authorities) {
        return authorities.stream().anyMatch(this::isIssuedBy);
    }

    private boolean isIssuedBy(X509Certificate authority) {
        try {
            Date from = certificate.getNotBefore();
            authority.checkValidity(from);
            PKIXParameters parameters =
                    new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(from);
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509")
                                    .generateCertPath(List.of(certificate)),
                            parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What the certificate says he is; well made, it says one thing. */
    public Set<String> kinds() {
        Set<String> kinds = new HashSet<>();
        byte[] subject = certificate.getSubjectX500Principal().getEncoded();
        for (RDN rdn : X500Name.getInstance(subject).getRDNs(BCStyle.OU)) {
            for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
                if (part.getType().equals(BCStyle.OU)) {
                    kinds.add(IETFUtils.valueToString(part.getValue()));
                }
            }
        }
        kinds.retainAll(KINDS);
        return kinds;
    }
}
