package io.yipiao.gateway.ledger;

import java.util.regex.Pattern;

/**
 * Whose certificate signs a call. Intake, claims and administration are separate identities, and
 * each payer has its own.
 *
 * @param organisation the member that issued the certificate
 * @param role {@code intake}, {@code admin}, {@code supervisor} or {@code claims/<payer>}
 */
public record Caller(Organisation organisation, String role) {
    private static final Pattern ROLE =
            Pattern.compile("intake|admin|supervisor|claims/[a-z0-9-]{1,32}");

    public static final Caller INTAKE = new Caller(Organisation.INSURANCE, "intake");
    public static final Caller ADMIN = new Caller(Organisation.INSURANCE, "admin");
    public static final Caller SUPERVISOR = new Caller(Organisation.INSURANCE, "supervisor");

    public Caller {
        if (!ROLE.matcher(role).matches()) {
            throw new IllegalArgumentException("not a role on the ledger: " + role);
        }
    }

    /** The identity by which a payer holds, stamps and releases. */
    public static Caller claims(String payer) {
        return new Caller(Organisation.INSURANCE, "claims/" + payer);
    }
}
