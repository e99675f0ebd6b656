package io.yipiao.verifier.audit;

import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.verifier.bill.FieldException;

import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;

import java.util.List;
import java.util.Optional;

/**
 * Who must endorse, as the chain itself defines it: a chaincode by the definition that stands under
 * {@code namespaces/fields/NAME/ValidationInfo} of {@code _lifecycle}, definitions by the channel's
 * configuration, an organisation's own collection by that organisation.
 */
final class DefinedPolicies {
    static final String LIFECYCLE = "_lifecycle";
    static final String OWN_COLLECTION = "_implicit_org_";

    private static final String LIFECYCLE_POLICY = "/Channel/Application/LifecycleEndorsement";
    private static final Signer INSURANCE = new Signer("InsuranceMSP", "peer");
    private static final Signer HOSPITAL = new Signer("HospitalMSP", "peer");
    private static final Signer FINANCE = new Signer("FinanceMSP", "peer");

    private final Configuration configuration;
    private final WorldState state;

    DefinedPolicies(Configuration configuration, WorldState state) {
        this.configuration = configuration;
        this.state = state;
    }

    /** Whose endorsement a chaincode's writes need; nothing if it is not defined. */
    Optional<Policy> ofChaincode(String name) {
        if (name.equals(LIFECYCLE)) {
            return configuration.policy(LIFECYCLE_POLICY);
        }
        try {
            Optional<byte[]> stored =
                    state.value(LIFECYCLE, "namespaces/fields/" + name + "/ValidationInfo");
            return stored.isEmpty() ? Optional.empty() : defined(stored.get());
        } catch (InvalidProtocolBufferException | FieldException e) {
            return Optional.empty();
        }
    }

    /** Whose endorsement writes to a collection need: the organisation's whose own it is. */
    Optional<Policy> ofCollection(String collection) {
        return collection.startsWith(OWN_COLLECTION)
                ? configuration.endorsementOf(collection.substring(OWN_COLLECTION.length()))
                : Optional.empty();
    }

    /** The number of a chaincode's definition, 0 if it has none. */
    static long sequence(Optional<byte[]> stored) {
        try {
            return stored.isEmpty() ? 0 : StateData.parseFrom(stored.get()).getInt64();
        } catch (InvalidProtocolBufferException e) {
            return 0;
        }
    }

    /**
     * Whether a policy asks for no less than AND(Insurance, OR(Hospital, Finance)), peers all of
     * them, and for no more.
     */
    static boolean isTheAgreedOne(Policy policy) {
        return policy.isSatisfiedBy(List.of(INSURANCE, HOSPITAL))
                && policy.isSatisfiedBy(List.of(FINANCE, INSURANCE))
                && !policy.isSatisfiedBy(List.of(INSURANCE))
                && !policy.isSatisfiedBy(List.of(HOSPITAL, FINANCE))
                && !policy.isSatisfiedBy(
                        List.of(
                                INSURANCE,
                                new Signer("HospitalMSP", "client"),
                                new Signer("FinanceMSP", "client"),
                                new Signer("InsuranceMSP", "client")));
    }

    private Optional<Policy> defined(byte[] stored)
            throws InvalidProtocolBufferException, FieldException {
        ApplicationPolicy policy =
                ApplicationPolicy.parseFrom(
                        ChaincodeValidationInfo.parseFrom(StateData.parseFrom(stored).getBytes())
                                .getValidationParameter());
        return switch (policy.getTypeCase()) {
            case SIGNATURE_POLICY ->
                    Optional.of(SignaturePolicies.read(policy.getSignaturePolicy()));
            case CHANNEL_CONFIG_POLICY_REFERENCE ->
                    configuration.policy(policy.getChannelConfigPolicyReference());
            case TYPE_NOT_SET -> Optional.empty();
        };
    }
}
