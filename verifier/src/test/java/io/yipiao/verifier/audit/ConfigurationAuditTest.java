package io.yipiao.verifier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.receipt.TestOrganisation;
import io.yipiao.verifier.receipt.TestPeer;
import io.yipiao.verifier.receipt.TestRoots;

import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/** That configuration and definitions are followed, and changed by those who may. */
class ConfigurationAuditTest {
    private final TestLedger ledger = new TestLedger();

    @Test
    void stops_at_a_first_block_with_other_roots_than_those_at_hand() throws IOException {
        TestOrganisation forged = new TestOrganisation("HospitalMSP", "ca.HospitalMSP ");
        AuditReport report =
                LedgerAudit.of(
                        TestLedger.export(ledger.bytes()),
                        TestRoots.of(ledger.insurance, forged, ledger.finance));
        Found.inBlock(
                report, BreachKind.CONFIGURATION, 0, "the roots of HospitalMSP are not those");
        assertEquals(1, report.blocks());
        Found.inBlock(
                LedgerAudit.of(
                        TestLedger.export(ledger.bytes()),
                        TestRoots.of(ledger.insurance, ledger.finance)),
                BreachKind.CONFIGURATION,
                0,
                "the channel's organisations are");
    }

    @Test
    void does_not_follow_a_weaker_definition_that_nobody_endorsed() {
        ledger.commit(
                ledger.define(2, TestConfiguration.any("peer")).endorsedBy(ledger.insurancePeer));
        ledger.commit(ledger.anchor(TestLedger.batch(3)).endorsedBy(ledger.insurancePeer));
        AuditReport report = ledger.audit();
        Found.inTransaction(report, BreachKind.FLAG, 3, "what _lifecycle needs was not endorsed");
        Found.inTransaction(report, BreachKind.FLAG, 4, "what registry needs was not endorsed");
        assertEquals(2, report.breachCount());
    }

    @Test
    void names_a_weaker_definition_that_two_agreed_on_and_follows_it() {
        ledger.commit(ledger.define(2, TestConfiguration.any("peer")));
        ledger.commit(ledger.anchor(TestLedger.batch(3)).endorsedBy(ledger.hospitalPeer));
        AuditReport report = ledger.audit();
        Found.inBlock(report, BreachKind.POLICY, 3, "registry asks for another endorsement");
        assertEquals(1, report.breachCount());
    }

    @Test
    void names_a_definition_that_is_not_the_next() {
        ledger.commit(ledger.define(3, TestConfiguration.all("peer")));
        Found.only(ledger.audit(), BreachKind.POLICY, 3, "definition 3 of the registry follows 1");
    }

    @Test
    void follows_a_configuration_that_those_who_may_have_signed() {
        ConfigPolicy every = TestConfiguration.policy(TestConfiguration.all("orderer"));
        ledger.configure(validation(every, every, admin(ledger.insurance), admin(ledger.finance)));
        ledger.commit(ledger.anchor(TestLedger.batch(3)));
        AuditReport report = ledger.audit();
        Found.inBlock(report, BreachKind.ORDERERS, 4, "do not suffice");
        assertEquals(1, report.breachCount(), report.breaches().toString());
    }

    @Test
    void names_a_configuration_that_too_few_signed() {
        ConfigPolicy peers = TestConfiguration.policy(TestConfiguration.any("peer"));
        ledger.configure(validation(peers, peers, admin(ledger.insurance)));
        ledger.commit(ledger.anchor(TestLedger.batch(3)));
        AuditReport report = ledger.audit();
        Found.inBlock(
                report,
                BreachKind.CONFIGURATION,
                3,
                "/Channel/Orderer/BlockValidation changed, and /Channel/Orderer/Admins asks");
        assertEquals(1, report.breachCount(), report.breaches().toString());
    }

    @Test
    void names_a_configuration_that_is_not_what_was_signed() {
        ConfigPolicy every = TestConfiguration.policy(TestConfiguration.all("orderer"));
        ConfigPolicy peers = TestConfiguration.policy(TestConfiguration.any("peer"));
        ledger.configure(validation(peers, every, admin(ledger.insurance), admin(ledger.finance)));
        Found.inBlock(
                ledger.audit(),
                BreachKind.CONFIGURATION,
                3,
                "BlockValidation changed otherwise than was asked for");
    }

    private static TestPeer admin(TestOrganisation organisation) {
        return TestLedger.as(organisation, "admin");
    }

    /** A change of who must sign blocks. */
    private ConfigEnvelope validation(
            ConfigPolicy now, ConfigPolicy asked, TestPeer... administrators) {
        Config.Builder after = ledger.config().toBuilder().setSequence(1);
        ConfigGroup.Builder orderer =
                after.getChannelGroup().getGroupsOrThrow("Orderer").toBuilder()
                        .putPolicies("BlockValidation", now);
        after.getChannelGroupBuilder().putGroups("Orderer", orderer.build());
        ConfigGroup written =
                ConfigGroup.newBuilder()
                        .putGroups(
                                "Orderer",
                                ConfigGroup.newBuilder()
                                        .putPolicies("BlockValidation", asked)
                                        .build())
                        .build();
        return ConfigEnvelope.newBuilder()
                .setConfig(after)
                .setLastUpdate(
                        Envelope.newBuilder()
                                .setPayload(
                                        Payload.newBuilder()
                                                .setData(signed(written, administrators))
                                                .build()
                                                .toByteString()))
                .build();
    }

    private static ByteString signed(ConfigGroup written, TestPeer... administrators) {
        ByteString update =
                ConfigUpdate.newBuilder()
                        .setChannelId("bills")
                        .setWriteSet(written)
                        .build()
                        .toByteString();
        ConfigUpdateEnvelope.Builder envelope =
                ConfigUpdateEnvelope.newBuilder().setConfigUpdate(update);
        for (TestPeer each : administrators) {
            ByteString header =
                    SignatureHeader.newBuilder().setCreator(each.endorser()).build().toByteString();
            envelope.addSignaturesBuilder()
                    .setSignatureHeader(header)
                    .setSignature(each.sign(header.concat(update)));
        }
        return envelope.build().toByteString();
    }
}
