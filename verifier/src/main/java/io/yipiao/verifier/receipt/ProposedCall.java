package io.yipiao.verifier.receipt;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.verifier.bill.FieldException;

import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The call that peers were asked to endorse: a serialised {@code peer.Proposal} with its header and
 * arguments and without transient data. Its hash, which every endorsement signs, is
 *
 * <pre>
 * SHA-256(channel header ‖ signature header ‖ chaincode proposal payload without transient data)
 * </pre>
 *
 * <p>The parts enter the hash as the client wrote them; the messages around them have one spelling
 * here, so that no bit of a receipt goes unchecked.
 */
record ProposedCall(
        Header header,
        ByteString payload,
        String channel,
        String chaincode,
        String function,
        List<String> arguments) {

    /** Reads a proposal, transient data or not, and forgets the transient data. */
    static ProposedCall strip(ByteString proposal) throws FieldException {
        try {
            Proposal parsed = Proposal.parseFrom(proposal);
            return of(Header.parseFrom(parsed.getHeader()), withoutTransient(parsed.getPayload()));
        } catch (InvalidProtocolBufferException e) {
            throw notA("proposal", "a Fabric proposal");
        }
    }

    /** Reads a proposal in the spelling that {@link #bytes} gives. */
    static ProposedCall parse(ByteString proposal) throws FieldException {
        ProposedCall call = strip(proposal);
        if (!call.bytes().equals(proposal)) {
            throw new FieldException(
                    "proposal", "header and arguments only", "transient data or another spelling");
        }
        return call;
    }

    static ProposedCall of(Header header, ByteString payload) throws FieldException {
        try {
            ChannelHeader channel = ChannelHeader.parseFrom(header.getChannelHeader());
            ChaincodeInvocationSpec spec =
                    ChaincodeInvocationSpec.parseFrom(
                            ChaincodeProposalPayload.parseFrom(payload).getInput());
            List<String> texts = texts(spec.getChaincodeSpec().getInput().getArgsList());
            return new ProposedCall(
                    header,
                    payload,
                    channel.getChannelId(),
                    spec.getChaincodeSpec().getChaincodeId().getName(),
                    texts.getFirst(),
                    texts.subList(1, texts.size()));
        } catch (InvalidProtocolBufferException e) {
            throw notA("proposal", "a Fabric proposal to call a chaincode");
        }
    }

    ByteString bytes() {
        return Proposal.newBuilder()
                .setHeader(
                        Header.newBuilder()
                                .setChannelHeader(header.getChannelHeader())
                                .setSignatureHeader(header.getSignatureHeader())
                                .build()
                                .toByteString())
                .setPayload(payload)
                .build()
                .toByteString();
    }

    /** What every endorsement of this call signs. */
    ByteString hash() {
        return Sha256.of(header.getChannelHeader(), header.getSignatureHeader(), payload);
    }

    private static ByteString withoutTransient(ByteString payload)
            throws InvalidProtocolBufferException {
        return ChaincodeProposalPayload.newBuilder()
                .setInput(ChaincodeProposalPayload.parseFrom(payload).getInput())
                .build()
                .toByteString();
    }

    private static List<String> texts(List<ByteString> arguments) throws FieldException {
        if (arguments.isEmpty()) {
            throw new FieldException("proposal.arguments", "a function's name first", "nothing");
        }
        List<String> texts = new ArrayList<>();
        for (ByteString argument : arguments) {
            try {
                ByteBuffer bytes = argument.asReadOnlyByteBuffer();
                texts.add(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
            } catch (CharacterCodingException e) {
                throw notA("proposal.arguments", "text in UTF-8");
            }
        }
        return List.copyOf(texts);
    }

    private static FieldException notA(String field, String expected) {
        return new FieldException(field, expected, "other bytes");
    }
}
