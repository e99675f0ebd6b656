package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.receipt.TestOrganisation;

import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;

import java.util.List;
import java.util.Locale;

/** The configuration of a channel that exists in tests only, as {@code network/fabric} makes it. */
final class TestConfiguration {
    private TestConfiguration() {}

    static Config of(List<TestOrganisation> organisations) {
        ConfigGroup.Builder application = ConfigGroup.newBuilder().setModPolicy("Admins");
        ConfigGroup.Builder orderer = ConfigGroup.newBuilder().setModPolicy("Admins");
        for (TestOrganisation each : organisations) {
            application.putGroups(each.msp(), organisation(each));
            orderer.putGroups(each.msp(), organisation(each));
        }
        application
                .putPolicies("Admins", policy(all("admin")))
                .putPolicies("Endorsement", policy(all("peer")))
                .putPolicies("LifecycleEndorsement", policy(all("peer")));
        orderer.putPolicies("Admins", policy(all("admin")))
                .putPolicies("BlockValidation", policy(any("orderer")));
        return Config.newBuilder()
                .setChannelGroup(
                        ConfigGroup.newBuilder()
                                .setModPolicy("Admins")
                                .putPolicies("Admins", policy(all("admin")))
                                .putGroups("Application", application.build())
                                .putGroups("Orderer", orderer.build()))
                .build();
    }

    private static ConfigGroup organisation(TestOrganisation organisation) {
        FabricMSPConfig msp =
                FabricMSPConfig.newBuilder()
                        .setName(organisation.msp())
                        .addRootCerts(ByteString.copyFromUtf8(organisation.root()))
                        .setFabricNodeOus(
                                FabricNodeOUs.newBuilder()
                                        .setEnable(true)
                                        .setPeerOuIdentifier(unit("peer"))
                                        .setClientOuIdentifier(unit("client"))
                                        .setAdminOuIdentifier(unit("admin"))
                                        .setOrdererOuIdentifier(unit("orderer")))
                        .build();
        return ConfigGroup.newBuilder()
                .setModPolicy("Admins")
                .putValues(
                        "MSP",
                        ConfigValue.newBuilder()
                                .setModPolicy("Admins")
                                .setValue(
                                        MSPConfig.newBuilder()
                                                .setConfig(msp.toByteString())
                                                .build()
                                                .toByteString())
                                .build())
                .putPolicies("Admins", policy(one(organisation.msp(), "admin")))
                .putPolicies("Endorsement", policy(one(organisation.msp(), "peer")))
                .build();
    }

    private static FabricOUIdentifier unit(String name) {
        return FabricOUIdentifier.newBuilder().setOrganizationalUnitIdentifier(name).build();
    }

    static ConfigPolicy policy(SignaturePolicyEnvelope rule) {
        return ConfigPolicy.newBuilder()
                .setModPolicy("Admins")
                .setPolicy(
                        Policy.newBuilder()
                                .setType(Policy.PolicyType.SIGNATURE_VALUE)
                                .setValue(rule.toByteString()))
                .build();
    }

    /** AND(Insurance, OR(Hospital, Finance)). */
    static SignaturePolicyEnvelope all(String role) {
        return principals(role)
                .setRule(outOf(2, signedBy(0), outOf(1, signedBy(1), signedBy(2))))
                .build();
    }

    static SignaturePolicyEnvelope any(String role) {
        return principals(role).setRule(outOf(1, signedBy(0), signedBy(1), signedBy(2))).build();
    }

    private static SignaturePolicyEnvelope one(String msp, String role) {
        return SignaturePolicyEnvelope.newBuilder()
                .addIdentities(principal(msp, role))
                .setRule(outOf(1, signedBy(0)))
                .build();
    }

    private static SignaturePolicyEnvelope.Builder principals(String role) {
        return SignaturePolicyEnvelope.newBuilder()
                .addIdentities(principal("InsuranceMSP", role))
                .addIdentities(principal("HospitalMSP", role))
                .addIdentities(principal("FinanceMSP", role));
    }

    private static MSPPrincipal principal(String msp, String role) {
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(
                        MSPRole.newBuilder()
                                .setMspIdentifier(msp)
                                .setRole(MSPRole.MSPRoleType.valueOf(role.toUpperCase(Locale.ROOT)))
                                .build()
                                .toByteString())
                .build();
    }

    private static SignaturePolicy signedBy(int principal) {
        return SignaturePolicy.newBuilder().setSignedBy(principal).build();
    }

    private static SignaturePolicy outOf(int needed, SignaturePolicy... rules) {
        return SignaturePolicy.newBuilder()
                .setNOutOf(
                        SignaturePolicy.NOutOf.newBuilder()
                                .setN(needed)
                                .addAllRules(List.of(rules)))
                .build();
    }
}
