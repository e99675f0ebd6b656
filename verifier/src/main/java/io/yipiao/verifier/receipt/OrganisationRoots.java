package io.yipiao.verifier.receipt;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By whose authority each organisation's peers sign, as whoever checks receipts learned it from the
 * organisations themselves. As JSON, in any spelling:
 *
 * <pre>
 * {"organisations": [{"msp": "InsuranceMSP", "roots": ["-----BEGIN CERTIFICATE-----…", …]}, …]}
 * </pre>
 *
 * <p>A root is the certificate of an authority that issues peers' certificates itself. No two
 * organisations share one: each could sign for the other.
 *
 * @param roots of each organisation, by its name on the channel (MSP identifier)
 */
public record OrganisationRoots(SortedMap<String, List<X509Certificate>> roots) {

    public OrganisationRoots {
        SortedMap<String, List<X509Certificate>> copy = new TreeMap<>();
        roots.forEach((msp, certificates) -> copy.put(msp, List.copyOf(certificates)));
        roots = Collections.unmodifiableSortedMap(copy);
        if (isShared(roots)) {
            throw new IllegalArgumentException("two organisations share a root");
        }
    }

    public static OrganisationRoots parse(byte[] utf8) throws FieldException {
        SortedMap<String, List<X509Certificate>> roots = new TreeMap<>();
        Json.Members in = JsonReader.readObject(utf8);
        in.only(Set.of("organisations"));
        for (Json.Members organisation : in.items("organisations").objects("organisations")) {
            organisation.only(Set.of("msp", "roots"));
            String msp = organisation.text("msp");
            if (roots.put(msp, certificates(organisation.items("roots"))) != null) {
                throw new FieldException("msp", "each organisation once", msp);
            }
        }
        if (isShared(roots)) {
            throw new FieldException("roots", "roots of one organisation each", "a shared root");
        }
        return new OrganisationRoots(roots);
    }

    /** The roots of an organisation; none if it is not known. */
    public List<X509Certificate> of(String msp) {
        return roots.getOrDefault(msp, List.of());
    }

    private static List<X509Certificate> certificates(Json.Items pems) throws FieldException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (String pem : pems.texts("roots")) {
            X509Certificate certificate;
            try {
                certificate = certificate(pem.getBytes(StandardCharsets.US_ASCII));
            } catch (CertificateException e) {
                throw new FieldException("roots", "an X.509 certificate in PEM", "other text");
            }
            if (certificate.getBasicConstraints() < 0) {
                throw new FieldException(
                        "roots",
                        "an authority's certificate",
                        certificate.getSubjectX500Principal().getName());
            }
            certificates.add(certificate);
        }
        return certificates;
    }

    /** Reads one certificate in PEM. */
    public static X509Certificate certificate(byte[] pem) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem));
    }

    private static boolean isShared(SortedMap<String, List<X509Certificate>> roots) {
        Set<X509Certificate> seen = new HashSet<>();
        return roots.values().stream()
                .flatMap(certificates -> certificates.stream().distinct())
                .anyMatch(certificate -> !seen.add(certificate));
    }
}
