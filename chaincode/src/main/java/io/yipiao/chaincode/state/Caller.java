package io.yipiao.chaincode.state;

import java.util.Map;
import java.util.Optional;

/**
 * Who calls: the organisation whose authority issued the certificate, and the attributes that
 * authority wrote into it.
 *
 * @param msp the organisation's MSP, such as {@code InsuranceMSP}
 * @param attributes the certificate's attributes, among them {@code role} and {@code payer}
 */
public record Caller(String msp, Map<String, String> attributes) {
    /** The insurer's organisation, whose word each confirmation and each endorsement needs. */
    public static final String INSURANCE = "InsuranceMSP";

    /** The organisation that gives out bill numbers. */
    public static final String FINANCE = "FinanceMSP";

    /** The attribute that says what a certificate is for. */
    public static final String ROLE = "role";

    /** The attribute that says for which payer it acts. */
    public static final String PAYER = "payer";

    public Caller {
        if (msp.isEmpty()) {
            throw new IllegalArgumentException("a caller belongs to an MSP");
        }
        attributes = Map.copyOf(attributes);
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** Whether the certificate carries exactly this value. */
    public boolean has(String name, String value) {
        return value.equals(attributes.get(name));
    }
}
