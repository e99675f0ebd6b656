package io.yipiao.verifier.audit;

import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.verifier.bill.FieldException;

import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Policies over signatures, n out of some rules, where each signature counts for one rule only. */
final class SignaturePolicies {
    private SignaturePolicies() {}

    static Policy read(SignaturePolicyEnvelope envelope) throws FieldException {
        List<MSPRole> roles = new ArrayList<>();
        for (MSPPrincipal principal : envelope.getIdentitiesList()) {
            roles.add(role(principal));
        }
        check(envelope.getRule(), roles.size());
        return signers ->
                satisfies(envelope.getRule(), roles, signers, new boolean[signers.size()]);
    }

    private static MSPRole role(MSPPrincipal principal) throws FieldException {
        if (principal.getPrincipalClassification() != MSPPrincipal.Classification.ROLE) {
            throw new FieldException(
                    "principal", "a role", principal.getPrincipalClassification().name());
        }
        try {
            return MSPRole.parseFrom(principal.getPrincipal());
        } catch (InvalidProtocolBufferException e) {
            throw new FieldException("principal", "a role", "other bytes");
        }
    }

    private static void check(SignaturePolicy rule, int identities) throws FieldException {
        switch (rule.getTypeCase()) {
            case SIGNED_BY -> {
                if (rule.getSignedBy() < 0 || rule.getSignedBy() >= identities) {
                    throw new FieldException(
                            "policy", "a principal of the list", "" + rule.getSignedBy());
                }
            }
            case N_OUT_OF -> {
                for (SignaturePolicy part : rule.getNOutOf().getRulesList()) {
                    check(part, identities);
                }
            }
            case TYPE_NOT_SET -> throw new FieldException("policy", "a rule", "nothing");
        }
    }

    private static boolean satisfies(
            SignaturePolicy rule, List<MSPRole> roles, List<Signer> signers, boolean[] used) {
        if (rule.getTypeCase() == SignaturePolicy.TypeCase.SIGNED_BY) {
            return isSignedBy(roles.get(rule.getSignedBy()), signers, used);
        }
        int satisfied = 0;
        for (SignaturePolicy part : rule.getNOutOf().getRulesList()) {
            boolean[] attempt = used.clone();
            if (satisfies(part, roles, signers, attempt)) {
                satisfied++;
                System.arraycopy(attempt, 0, used, 0, used.length);
            }
        }
        return satisfied >= rule.getNOutOf().getN();
    }

    private static boolean isSignedBy(MSPRole role, List<Signer> signers, boolean[] used) {
        for (int i = 0; i < used.length; i++) {
            if (!used[i] && plays(signers.get(i), role)) {
                used[i] = true;
                return true;
            }
        }
        return false;
    }

    private static boolean plays(Signer signer, MSPRole role) {
        return signer.msp().equals(role.getMspIdentifier())
                && (role.getRole() == MSPRole.MSPRoleType.MEMBER
                        || role.getRole().name().toLowerCase(Locale.ROOT).equals(signer.kind()));
    }
}
