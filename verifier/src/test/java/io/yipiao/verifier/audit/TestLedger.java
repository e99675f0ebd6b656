package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.batch.BatchHeader;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.fees.TestTrees;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.OrganisationRoots;
import io.yipiao.verifier.receipt.TestOrganisation;
import io.yipiao.verifier.receipt.TestPeer;
import io.yipiao.verifier.receipt.TestRoots;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.seal.TestKeys;

import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A ledger that exists in tests only: block 0 configures the channel, block 1 defines the registry,
 * block 2 enrols issuer 1, and each further block holds what a test puts there.
 */
final class TestLedger {
    static final String INDEX = "1f".repeat(32);

    final TestOrganisation insurance = TestOrganisation.of("InsuranceMSP");
    final TestOrganisation hospital = TestOrganisation.of("HospitalMSP");
    final TestOrganisation finance = TestOrganisation.of("FinanceMSP");
    final TestPeer insurancePeer = insurance.peer();
    final TestPeer hospitalPeer = hospital.peer();
    final TestPeer client = as(insurance, "client");

    private final TestPeer orderer = as(insurance, "orderer");
    private final SealPrivateKey issuerKey = TestKeys.named(Suite.ES256, "issuer");
    private final Config config = TestConfiguration.of(List.of(insurance, hospital, finance));
    private final List<Block> blocks = new ArrayList<>();
    private int calls;

    TestLedger() {
        Envelope first = configuration(ConfigEnvelope.newBuilder().setConfig(config).build());
        append(List.of(first.toByteString()), new byte[1], orderer);
        commit(define(1, TestConfiguration.all("peer")));
        commit(
                call("enrolIssuer")
                        .writing(
                                "issuer/1",
                                Json.object()
                                        .put("code", "1")
                                        .put("name", "示范医院")
                                        .put(
                                                "keys",
                                                List.of(
                                                        IssuerKey.of(1, issuerKey.publicKey())
                                                                .json()))
                                        .end()));
    }

    /** Somebody of an organisation. */
    static TestPeer as(TestOrganisation organisation, String unit) {
        return organisation.issue(unit, TestOrganisation.FROM, TestOrganisation.UNTIL);
    }

    Config config() {
        return config;
    }

    List<Block> blocks() {
        return blocks;
    }

    int height() {
        return blocks.size();
    }

    /** A call of the registry that Insurance's client sent and two organisations endorsed. */
    TestTransaction call(String function) {
        return new TestTransaction(
                function, client, "nonce " + calls++, insurancePeer, hospitalPeer);
    }

    TestTransaction define(long sequence, SignaturePolicyEnvelope policy) {
        ApplicationPolicy needed =
                ApplicationPolicy.newBuilder().setSignaturePolicy(policy).build();
        ChaincodeValidationInfo info =
                ChaincodeValidationInfo.newBuilder()
                        .setValidationPlugin("vscc")
                        .setValidationParameter(needed.toByteString())
                        .build();
        String fields = "namespaces/fields/registry/";
        return call("CommitChaincodeDefinition")
                .of("_lifecycle")
                .writing(
                        fields + "Sequence",
                        StateData.newBuilder().setInt64(sequence).build().toByteString())
                .writing(
                        fields + "ValidationInfo",
                        StateData.newBuilder()
                                .setBytes(info.toByteString())
                                .build()
                                .toByteString());
    }

    /** A batch of so many bills. */
    static Batch batch(int size) {
        return new Batch(1, TestTrees.fingerprints(size));
    }

    /** Anchors a batch, saying that these are its leaves. */
    TestTransaction anchor(BatchHeader header, byte[] leaves) {
        Json.Members item =
                Json.object()
                        .put("issuer", 1)
                        .put("keySeq", 1)
                        .put("size", header.size())
                        .put("root", header.root().hex())
                        .put("seal", Hex.write(header.seal(issuerKey).bytes()))
                        .end();
        return call("anchor")
                .with(new Json.Items(List.of(item)))
                .with(ByteString.copyFrom(leaves))
                .writing(
                        "batch/1/" + header.root().hex(),
                        Json.object().put("keySeq", 1).put("size", header.size()).end());
    }

    TestTransaction anchor(Batch batch) {
        return anchor(batch.header(), batch.bytes());
    }

    /** A call that leaves the one bill so. */
    TestTransaction bill(String function, Json.Members... shares) {
        return call(function)
                .writing(
                        "bill/" + INDEX,
                        Json.object()
                                .put("state", "OPEN")
                                .put("fingerprint", "2e".repeat(32))
                                .put("claimable", 335_430)
                                .put("shares", List.of(shares))
                                .end());
    }

    static Json.Members share(String payerClass, String claim, long fen, String state) {
        return Json.object()
                .put("payer", payerClass.toLowerCase(Locale.ROOT))
                .put("class", payerClass)
                .put("claim", claim)
                .put("fen", fen)
                .put("state", state)
                .end();
    }

    /** Puts transactions into one more block, with the flags they say. */
    void commit(TestTransaction... transactions) {
        commit(orderer, transactions);
    }

    void commit(TestPeer signer, TestTransaction... transactions) {
        byte[] flags = new byte[transactions.length];
        List<ByteString> envelopes = new ArrayList<>();
        for (int i = 0; i < flags.length; i++) {
            flags[i] = (byte) transactions[i].flag().getNumber();
            envelopes.add(transactions[i].envelope().toByteString());
        }
        append(envelopes, flags, signer);
    }

    void configure(ConfigEnvelope change) {
        append(List.of(configuration(change).toByteString()), new byte[1], orderer);
    }

    private Envelope configuration(ConfigEnvelope envelope) {
        ChannelHeader header =
                ChannelHeader.newBuilder()
                        .setType(HeaderType.CONFIG_VALUE)
                        .setChannelId("bills")
                        .build();
        return Envelope.newBuilder()
                .setPayload(
                        Payload.newBuilder()
                                .setHeader(
                                        Header.newBuilder().setChannelHeader(header.toByteString()))
                                .setData(envelope.toByteString())
                                .build()
                                .toByteString())
                .build();
    }

    private void append(List<ByteString> envelopes, byte[] flags, TestPeer signer) {
        BlockData data = BlockData.newBuilder().addAllData(envelopes).build();
        BlockHeader header =
                BlockHeader.newBuilder()
                        .setNumber(blocks.size())
                        .setPreviousHash(
                                blocks.isEmpty()
                                        ? ByteString.EMPTY
                                        : BlockHash.of(blocks.getLast().getHeader()))
                        .setDataHash(BlockHash.ofData(data))
                        .build();
        blocks.add(
                Block.newBuilder()
                        .setHeader(header)
                        .setData(data)
                        .setMetadata(
                                BlockMetadata.newBuilder()
                                        .addMetadata(signature(header, signer))
                                        .addMetadata(ByteString.EMPTY)
                                        .addMetadata(ByteString.copyFrom(flags)))
                        .build());
    }

    private static ByteString signature(BlockHeader header, TestPeer signer) {
        ByteString named =
                SignatureHeader.newBuilder()
                        .setCreator(signer.endorser())
                        .setNonce(ByteString.copyFromUtf8("once"))
                        .build()
                        .toByteString();
        Metadata.Builder metadata = Metadata.newBuilder().setValue(ByteString.copyFromUtf8("last"));
        metadata.addSignaturesBuilder()
                .setSignatureHeader(named)
                .setSignature(
                        signer.sign(
                                metadata.getValue().concat(named).concat(BlockHash.bytes(header))));
        return metadata.build().toByteString();
    }

    /** The file that an organisation would export. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            for (Block block : blocks) {
                block.writeDelimitedTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    OrganisationRoots roots() {
        return TestRoots.of(insurance, hospital, finance);
    }

    AuditReport audit() {
        return audit(bytes(), Optional.empty());
    }

    AuditReport audit(byte[] file, Optional<byte[]> beside) {
        try {
            return LedgerAudit.of(export(file), beside.map(TestLedger::export), roots());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LedgerExport export(byte[] file) {
        return new LedgerExport(new BlockFile(new ByteArrayInputStream(file)), Optional.empty());
    }
}
