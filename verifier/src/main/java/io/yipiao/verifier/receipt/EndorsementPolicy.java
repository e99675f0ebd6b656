package io.yipiao.verifier.receipt;

import java.util.List;
import java.util.Set;

/** Whose word counts: the channel's endorsement, AND(Insurance, OR(Hospital, Finance)). */
final class EndorsementPolicy {
    private static final String INSURANCE = "InsuranceMSP";
    private static final Set<String> OTHERS = Set.of("HospitalMSP", "FinanceMSP");

    private EndorsementPolicy() {}

    /** Puts the two in order, Insurance first, if together they satisfy the policy. */
    static List<String> check(String one, String other) throws ReceiptException {
        if (one.equals(other)) {
            throw new ReceiptException("both endorsements are of " + one);
        }
        if (one.equals(INSURANCE) && OTHERS.contains(other)) {
            return List.of(one, other);
        }
        if (other.equals(INSURANCE) && OTHERS.contains(one)) {
            return List.of(other, one);
        }
        throw new ReceiptException(
                one + " and " + other + " do not suffice: Insurance, and Hospital or Finance, do");
    }
}
