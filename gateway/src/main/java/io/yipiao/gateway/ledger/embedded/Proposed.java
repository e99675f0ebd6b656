package io.yipiao.gateway.ledger.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.TransactionId;
import io.yipiao.gateway.ledger.messages.Sha256;

import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A call as a proposal: named, dated, and without its secrets, as a block may hold it.
 *
 * @param client who proposes
 * @param id SHA-256(nonce ‖ creator)
 * @param time the gateway's
 * @param header channel header and signature header
 * @param payload the ChaincodeProposalPayload
 */
record Proposed(
        ClientIdentity client, TransactionId id, Instant time, Header header, ByteString payload) {
    static final ChaincodeID CHAINCODE = ChaincodeID.newBuilder().setName("registry").build();
    static final String CHANNEL = "bills";

    private static final int NONCE = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Proposed of(Call call, ClientIdentity client, Instant now) {
        byte[] random = new byte[NONCE];
        RANDOM.nextBytes(random);
        ByteString nonce = ByteString.copyFrom(random);
        ByteString digest = Sha256.of(nonce, client.creator());
        TransactionId id = new TransactionId(HexFormat.of().formatHex(digest.toByteArray()));
        Header header =
                Header.newBuilder()
                        .setChannelHeader(channelHeader(id, now))
                        .setSignatureHeader(
                                SignatureHeader.newBuilder()
                                        .setCreator(client.creator())
                                        .setNonce(nonce)
                                        .build()
                                        .toByteString())
                        .build();
        return new Proposed(client, id, now, header, payload(call));
    }

    /** What the endorsements bind: SHA-256 of both headers and the payload. */
    ByteString hash() {
        return Sha256.of(header.getChannelHeader(), header.getSignatureHeader(), payload);
    }

    private static ByteString channelHeader(TransactionId id, Instant now) {
        return ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setChannelId(CHANNEL)
                .setTxId(id.hex())
                .setTimestamp(
                        Timestamp.newBuilder()
                                .setSeconds(now.getEpochSecond())
                                .setNanos(now.getNano()))
                .setExtension(
                        ChaincodeHeaderExtension.newBuilder()
                                .setChaincodeId(CHAINCODE)
                                .build()
                                .toByteString())
                .build()
                .toByteString();
    }

    private static ByteString payload(Call call) {
        ChaincodeSpec spec =
                ChaincodeSpec.newBuilder()
                        .setType(ChaincodeSpec.Type.JAVA)
                        .setChaincodeId(CHAINCODE)
                        .setInput(ChaincodeInput.newBuilder().addAllArgs(call.arguments()))
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
}
