package io.yipiao.chaincode.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.stub.StreamObserver;
import io.yipiao.chaincode.fixture.Call;

import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.GetHistoryForKey;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** As much of a peer as a chaincode process sees: one stream of messages, and a small state. */
final class FakePeer implements AutoCloseable {
    private static final String CHANNEL = "bills";

    private final ManagedChannel connection;
    private final StreamObserver<ChaincodeMessage> toChaincode;
    private final BlockingQueue<Object> fromChaincode = new LinkedBlockingQueue<>();
    private final Map<String, ByteString> state = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private int transactions;

    /** Connects with a certificate of its own, and takes the chaincode's registration. */
    static FakePeer connect(int port, Path root, Path key, Path certificate) throws Exception {
        SslContextBuilder tls =
                GrpcSslContexts.forClient()
                        .trustManager(root.toFile())
                        .keyManager(certificate.toFile(), key.toFile());
        return new FakePeer(port, tls);
    }

    /** Connects without a certificate. */
    static FakePeer connectAsStranger(int port, Path root) throws Exception {
        return new FakePeer(port, GrpcSslContexts.forClient().trustManager(root.toFile()));
    }

    private FakePeer(int port, SslContextBuilder tls) throws Exception {
        connection =
                NettyChannelBuilder.forAddress("127.0.0.1", port).sslContext(tls.build()).build();
        toChaincode = ChaincodeGrpc.newStub(connection).connect(new Inbox(fromChaincode));
    }

    /** Takes the chaincode's registration and lets it go to work. */
    FakePeer register() throws Exception {
        assertEquals(ChaincodeMessage.Type.REGISTER, next().getType());
        toChaincode.onNext(
                ChaincodeMessage.newBuilder().setType(ChaincodeMessage.Type.REGISTERED).build());
        toChaincode.onNext(
                ChaincodeMessage.newBuilder().setType(ChaincodeMessage.Type.READY).build());
        return this;
    }

    /** Has a call simulated and keeps what it writes. */
    Response propose(String msp, String certificate, Call call) throws Exception {
        String id = "tx" + transactions++;
        asked.clear();
        toChaincode.onNext(
                ChaincodeMessage.newBuilder()
                        .setType(ChaincodeMessage.Type.TRANSACTION)
                        .setTxid(id)
                        .setChannelId(CHANNEL)
                        .setPayload(input(call).toByteString())
                        .setProposal(
                                SignedProposal.newBuilder()
                                        .setProposalBytes(
                                                proposal(id, msp, certificate, call)
                                                        .toByteString()))
                        .build());
        for (ChaincodeMessage message = next(); ; message = next()) {
            if (message.getType() == ChaincodeMessage.Type.COMPLETED) {
                return Response.parseFrom(message.getPayload());
            }
            toChaincode.onNext(
                    ChaincodeMessage.newBuilder()
                            .setType(ChaincodeMessage.Type.RESPONSE)
                            .setTxid(id)
                            .setChannelId(CHANNEL)
                            .setPayload(answer(message))
                            .build());
        }
    }

    /** The keys that the last call read or wrote, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** The next message, or what ended the stream. */
    Object take() throws InterruptedException {
        Object message = fromChaincode.poll(60, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("the chaincode says nothing");
        }
        return message;
    }

    @Override
    public void close() {
        connection.shutdownNow();
    }

    private ChaincodeMessage next() throws InterruptedException {
        if (take() instanceof ChaincodeMessage message) {
            return message;
        }
        throw new AssertionError("the stream ended");
    }

    private ByteString answer(ChaincodeMessage message) throws InvalidProtocolBufferException {
        return switch (message.getType()) {
            case GET_STATE -> get(GetState.parseFrom(message.getPayload()).getKey());
            case PUT_STATE -> put(PutState.parseFrom(message.getPayload()));
            case GET_HISTORY_FOR_KEY ->
                    history(GetHistoryForKey.parseFrom(message.getPayload()).getKey())
                            .toByteString();
            case QUERY_STATE_CLOSE -> QueryResponse.getDefaultInstance().toByteString();
            default -> throw new AssertionError("not expected: " + message.getType());
        };
    }

    private ByteString get(String key) {
        asked.add("get " + key);
        return state.getOrDefault(key, ByteString.EMPTY);
    }

    private ByteString put(PutState put) {
        asked.add("put " + put.getKey());
        state.put(put.getKey(), put.getValue());
        return ByteString.EMPTY;
    }

    private QueryResponse history(String key) {
        KeyModification change =
                KeyModification.newBuilder()
                        .setTxId("first")
                        .setValue(state.getOrDefault(key, ByteString.EMPTY))
                        .setTimestamp(Timestamp.newBuilder().setSeconds(1_772_413_200))
                        .build();
        return QueryResponse.newBuilder()
                .setId("history")
                .addResults(QueryResultBytes.newBuilder().setResultBytes(change.toByteString()))
                .build();
    }

    private static ChaincodeInput input(Call call) {
        return ChaincodeInput.newBuilder()
                .addAllArgs(call.args().stream().map(ByteString::copyFrom).toList())
                .build();
    }

    private static Proposal proposal(String id, String msp, String certificate, Call call) {
        SerializedIdentity caller =
                SerializedIdentity.newBuilder()
                        .setMspid(msp)
                        .setIdBytes(ByteString.copyFromUtf8(certificate))
                        .build();
        ChannelHeader channel =
                ChannelHeader.newBuilder()
                        .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                        .setTxId(id)
                        .setChannelId(CHANNEL)
                        .setTimestamp(Timestamp.newBuilder().setSeconds(1_772_413_200))
                        .build();
        Header header =
                Header.newBuilder()
                        .setChannelHeader(channel.toByteString())
                        .setSignatureHeader(
                                SignatureHeader.newBuilder()
                                        .setCreator(caller.toByteString())
                                        .setNonce(ByteString.copyFromUtf8("nonce"))
                                        .build()
                                        .toByteString())
                        .build();
        ChaincodeProposalPayload.Builder payload = ChaincodeProposalPayload.newBuilder();
        call.transientData()
                .forEach(
                        (name, bytes) -> payload.putTransientMap(name, ByteString.copyFrom(bytes)));
        return Proposal.newBuilder()
                .setHeader(header.toByteString())
                .setPayload(payload.build().toByteString())
                .build();
    }

    private record Inbox(BlockingQueue<Object> queue) implements StreamObserver<ChaincodeMessage> {
        @Override
        public void onNext(ChaincodeMessage message) {
            queue.add(message);
        }

        @Override
        public void onError(Throwable fault) {
            queue.add(fault);
        }

        @Override
        public void onCompleted() {
            queue.add("completed");
        }
    }
}
