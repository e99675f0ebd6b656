package io.yipiao.verifier.receipt;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;

import java.util.List;

/**
 * A read of a ledger that exists in tests only: what a client proposes and what peers answer, built
 * message by message as Fabric builds them, with one thing changed at a time.
 */
public final class TestReading {
    public static final String INDEX = "1f".repeat(32);

    private String channel = "bills";
    private String chaincode = "registry";
    private String answering = "registry";
    private List<String> arguments = List.of("prove", INDEX, "basic", "C-1");
    private ByteString response = ByteString.copyFrom(Jcs.bytes(bill(INDEX, "basic", "C-1")));
    private String nonce = "a number used once";
    private int status = 200;
    private KVRWSet.Builder keys = KVRWSet.newBuilder().addReads(read("bill/" + INDEX, 17, 3));

    /** The answer for an open bill of 3,354.30 yuan, of which a payer stamped 1,830.70. */
    public static Json.Members bill(String index, String payer, String claim) {
        return Json.object()
                .put("index", index)
                .put("state", "OPEN")
                .put("claimable", 335_430)
                .put("fingerprint", "2e".repeat(32))
                .put(
                        "share",
                        Json.object()
                                .put("payer", payer)
                                .put("class", "BASIC")
                                .put("claim", claim)
                                .put("fen", 183_070)
                                .put("state", "STAMPED")
                                .put("result", "3d".repeat(32))
                                .end())
                .end();
    }

    /** A read of a batch instead of a bill. */
    public static TestReading ofBatch(String root) {
        TestReading reading = new TestReading().calling("prove", "1", root);
        reading.keys = KVRWSet.newBuilder().addReads(read("batch/1/" + root, 5, 0));
        return reading.answering(
                Json.object()
                        .put("issuer", 1)
                        .put("root", root)
                        .put("size", 3)
                        .put("keySeq", 1)
                        .end());
    }

    public TestReading onChannel(String name) {
        channel = name;
        return this;
    }

    public TestReading askingChaincode(String name) {
        chaincode = name;
        return this;
    }

    public TestReading answeredByChaincode(String name) {
        answering = name;
        return this;
    }

    public TestReading calling(String... functionAndArguments) {
        arguments = List.of(functionAndArguments);
        return this;
    }

    public TestReading answering(Json.Members answer) {
        response = ByteString.copyFrom(Jcs.bytes(answer));
        return this;
    }

    public TestReading answering(String text) {
        response = ByteString.copyFromUtf8(text);
        return this;
    }

    /** The same bill, written last in another block. */
    public TestReading writtenIn(long block) {
        keys = KVRWSet.newBuilder().addReads(read("bill/" + INDEX, block, 3));
        return this;
    }

    /** The same call, made once more. */
    public TestReading withNonce(String once) {
        nonce = once;
        return this;
    }

    public TestReading refusing() {
        status = 500;
        return this;
    }

    public TestReading writing() {
        keys.addWrites(KVWrite.newBuilder().setKey("bill/" + INDEX).setIsDelete(true));
        return this;
    }

    public TestReading readingNothing() {
        keys = KVRWSet.newBuilder().addReads(KVRead.newBuilder().setKey("bill/" + INDEX));
        return this;
    }

    public TestReading readingOnly(String key) {
        keys = KVRWSet.newBuilder().addReads(read(key, 17, 3));
        return this;
    }

    /** The receipt that these peers would give. */
    public Receipt receipt(TestPeer... peers) {
        ByteString payload = payload();
        return receipt(java.util.Arrays.stream(peers).map(peer -> peer.endorse(payload)).toList());
    }

    public Receipt receipt(List<Endorsement> endorsements) {
        try {
            return Receipt.of(proposal(true), payload(), endorsements);
        } catch (io.yipiao.verifier.bill.FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The proposal as its client sent it, perhaps with transient data. */
    public ByteString proposal(boolean withTransient) {
        ChaincodeProposalPayload.Builder payload =
                ChaincodeProposalPayload.newBuilder().setInput(invocation().toByteString());
        if (withTransient) {
            payload.putTransientMap("open/0", ByteString.copyFromUtf8("secret"));
        }
        return Proposal.newBuilder()
                .setHeader(header().toByteString())
                .setPayload(payload.build().toByteString())
                .build()
                .toByteString();
    }

    /** The answer as the peers sign it. */
    public ByteString payload() {
        ByteString input =
                ChaincodeProposalPayload.newBuilder()
                        .setInput(invocation().toByteString())
                        .build()
                        .toByteString();
        Header header = header();
        return ProposalResponsePayload.newBuilder()
                .setProposalHash(
                        Sha256.of(header.getChannelHeader(), header.getSignatureHeader(), input))
                .setExtension(action().toByteString())
                .build()
                .toByteString();
    }

    private Header header() {
        return Header.newBuilder()
                .setChannelHeader(
                        ChannelHeader.newBuilder()
                                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                                .setChannelId(channel)
                                .setTxId("00")
                                .build()
                                .toByteString())
                .setSignatureHeader(
                        SignatureHeader.newBuilder()
                                .setCreator(ByteString.copyFromUtf8("a client"))
                                .setNonce(ByteString.copyFromUtf8(nonce))
                                .build()
                                .toByteString())
                .build();
    }

    private ChaincodeInvocationSpec invocation() {
        ChaincodeInput input =
                ChaincodeInput.newBuilder()
                        .addAllArgs(arguments.stream().map(ByteString::copyFromUtf8).toList())
                        .build();
        return ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(
                        ChaincodeSpec.newBuilder()
                                .setChaincodeId(ChaincodeID.newBuilder().setName(chaincode))
                                .setInput(input))
                .build();
    }

    private ChaincodeAction action() {
        KVRWSet lifecycle =
                KVRWSet.newBuilder()
                        .addReads(read("namespaces/fields/registry/Sequence", 2, 0))
                        .build();
        return ChaincodeAction.newBuilder()
                .setResults(
                        TxReadWriteSet.newBuilder()
                                .addNsRwset(set("_lifecycle", lifecycle))
                                .addNsRwset(set("registry", keys.build()))
                                .build()
                                .toByteString())
                .setResponse(Response.newBuilder().setStatus(status).setPayload(response))
                .setChaincodeId(ChaincodeID.newBuilder().setName(answering))
                .build();
    }

    private static NsReadWriteSet set(String namespace, KVRWSet keys) {
        return NsReadWriteSet.newBuilder()
                .setNamespace(namespace)
                .setRwset(keys.toByteString())
                .build();
    }

    private static KVRead read(String key, long block, long transaction) {
        return KVRead.newBuilder()
                .setKey(key)
                .setVersion(Version.newBuilder().setBlockNum(block).setTxNum(transaction))
                .build();
    }
}
