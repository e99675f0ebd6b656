package io.yipiao.gateway.ledger.messages;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parts of an endorsed envelope, which Fabric nests six deep.
 *
 * @param header the proposal's channel header and signature header
 * @param proposal the ChaincodeProposalPayload, its transient data removed
 * @param response the ProposalResponsePayload that was signed
 * @param endorsements who signed it
 */
public record EndorsedEnvelope(
        Header header, ByteString proposal, ByteString response, List<Endorsement> endorsements) {
    public EndorsedEnvelope {
        endorsements = List.copyOf(endorsements);
    }

    public static EndorsedEnvelope of(Envelope envelope) throws InvalidProtocolBufferException {
        return ofPayload(Payload.parseFrom(envelope.getPayload()));
    }

    static EndorsedEnvelope ofPayload(Payload payload) throws InvalidProtocolBufferException {
        Transaction transaction = Transaction.parseFrom(payload.getData());
        ChaincodeActionPayload action =
                ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
        return new EndorsedEnvelope(
                payload.getHeader(),
                action.getChaincodeProposalPayload(),
                action.getAction().getProposalResponsePayload(),
                action.getAction().getEndorsementsList());
    }

    public ChannelHeader channelHeader() throws InvalidProtocolBufferException {
        return ChannelHeader.parseFrom(header.getChannelHeader());
    }

    /** What the chaincode answered. */
    public ByteString answer() throws InvalidProtocolBufferException {
        return action().getResponse().getPayload();
    }

    /** What the chaincode read, with versions, and wrote. */
    public KVRWSet readWriteSet(String namespace) throws InvalidProtocolBufferException {
        for (NsReadWriteSet set :
                TxReadWriteSet.parseFrom(action().getResults()).getNsRwsetList()) {
            if (set.getNamespace().equals(namespace)) {
                return KVRWSet.parseFrom(set.getRwset());
            }
        }
        return KVRWSet.getDefaultInstance();
    }

    SortedMap<String, byte[]> writes(String namespace) throws InvalidProtocolBufferException {
        SortedMap<String, byte[]> writes = new TreeMap<>();
        for (KVWrite write : readWriteSet(namespace).getWritesList()) {
            writes.put(write.getKey(), write.getValue().toByteArray());
        }
        return writes;
    }

    private ChaincodeAction action() throws InvalidProtocolBufferException {
        return ChaincodeAction.parseFrom(
                ProposalResponsePayload.parseFrom(response).getExtension());
    }
}
