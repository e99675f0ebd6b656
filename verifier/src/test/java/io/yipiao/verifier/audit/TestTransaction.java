package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.Endorsement;
import io.yipiao.verifier.receipt.Sha256;
import io.yipiao.verifier.receipt.TestPeer;

import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A transaction of a ledger that exists in tests only, with one thing changed at a time. */
final class TestTransaction {
    private final List<ByteString> arguments = new ArrayList<>();
    private final KVRWSet.Builder keys = KVRWSet.newBuilder();
    private final TestPeer sender;
    private final String nonce;
    private String chaincode = "registry";
    private List<TestPeer> endorsers;
    private String id = "";
    private TxValidationCode flag = TxValidationCode.VALID;

    TestTransaction(String function, TestPeer sender, String nonce, TestPeer... endorsers) {
        this.arguments.add(ByteString.copyFromUtf8(function));
        this.sender = sender;
        this.nonce = nonce;
        this.endorsers = List.of(endorsers);
    }

    TestTransaction of(String otherChaincode) {
        chaincode = otherChaincode;
        return this;
    }

    TestTransaction with(ByteString argument) {
        arguments.add(argument);
        return this;
    }

    TestTransaction with(Json argument) {
        return with(ByteString.copyFrom(Jcs.bytes(argument)));
    }

    TestTransaction reading(String key, long block, int transaction) {
        KVRead.Builder read = KVRead.newBuilder().setKey(key);
        read.getVersionBuilder().setBlockNum(block).setTxNum(transaction);
        keys.addReads(read);
        return this;
    }

    TestTransaction readingNothing(String key) {
        keys.addReads(KVRead.newBuilder().setKey(key));
        return this;
    }

    TestTransaction writing(String key, Json.Members value) {
        return writing(key, ByteString.copyFrom(Jcs.bytes(value)));
    }

    TestTransaction writing(String key, ByteString value) {
        keys.addWrites(KVWrite.newBuilder().setKey(key).setValue(value));
        return this;
    }

    TestTransaction endorsedBy(TestPeer... peers) {
        endorsers = Arrays.asList(peers);
        return this;
    }

    TestTransaction calledItself(String other) {
        id = other;
        return this;
    }

    TestTransaction flagged(TxValidationCode code) {
        flag = code;
        return this;
    }

    TxValidationCode flag() {
        return flag;
    }

    Envelope envelope() {
        Header header = header();
        ByteString call = call();
        Transaction transaction =
                Transaction.newBuilder()
                        .addActions(
                                TransactionAction.newBuilder()
                                        .setHeader(header.getSignatureHeader())
                                        .setPayload(action(header, call).toByteString()))
                        .build();
        ByteString payload =
                Payload.newBuilder()
                        .setHeader(header)
                        .setData(transaction.toByteString())
                        .build()
                        .toByteString();
        return Envelope.newBuilder().setPayload(payload).setSignature(sender.sign(payload)).build();
    }

    private Header header() {
        SignatureHeader signature =
                SignatureHeader.newBuilder()
                        .setCreator(sender.endorser())
                        .setNonce(ByteString.copyFromUtf8(nonce))
                        .build();
        ByteString hash = Sha256.of(signature.getNonce(), signature.getCreator());
        ChaincodeHeaderExtension extension =
                ChaincodeHeaderExtension.newBuilder().setChaincodeId(name()).build();
        ChannelHeader channel =
                ChannelHeader.newBuilder()
                        .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                        .setChannelId("bills")
                        .setTxId(id.isEmpty() ? HexFormat.of().formatHex(hash.toByteArray()) : id)
                        .setExtension(extension.toByteString())
                        .build();
        return Header.newBuilder()
                .setChannelHeader(channel.toByteString())
                .setSignatureHeader(signature.toByteString())
                .build();
    }

    private ByteString call() {
        ChaincodeSpec spec =
                ChaincodeSpec.newBuilder()
                        .setChaincodeId(ChaincodeID.newBuilder().setName(chaincode))
                        .setInput(ChaincodeInput.newBuilder().addAllArgs(arguments))
                        .build();
        return ChaincodeProposalPayload.newBuilder()
                .setInput(
                        ChaincodeInvocationSpec.newBuilder()
                                .setChaincodeSpec(spec)
                                .build()
                                .toByteString())
                .build()
                .toByteString();
    }

    private ChaincodeActionPayload action(Header header, ByteString call) {
        NsReadWriteSet set =
                NsReadWriteSet.newBuilder()
                        .setNamespace(chaincode)
                        .setRwset(keys.build().toByteString())
                        .build();
        ChaincodeAction action =
                ChaincodeAction.newBuilder()
                        .setChaincodeId(name())
                        .setResults(
                                TxReadWriteSet.newBuilder().addNsRwset(set).build().toByteString())
                        .build();
        ByteString answer =
                ProposalResponsePayload.newBuilder()
                        .setProposalHash(
                                Sha256.of(
                                        header.getChannelHeader(),
                                        header.getSignatureHeader(),
                                        call))
                        .setExtension(action.toByteString())
                        .build()
                        .toByteString();
        ChaincodeEndorsedAction.Builder endorsed =
                ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(answer);
        for (TestPeer peer : endorsers) {
            Endorsement endorsement = peer.endorse(answer);
            endorsed.addEndorsementsBuilder()
                    .setEndorser(endorsement.endorser())
                    .setSignature(endorsement.signature());
        }
        return ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(call)
                .setAction(endorsed)
                .build();
    }

    private ChaincodeID name() {
        return ChaincodeID.newBuilder().setName(chaincode).setVersion("1").build();
    }
}
