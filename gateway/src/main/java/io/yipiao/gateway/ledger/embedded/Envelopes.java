package io.yipiao.gateway.ledger.embedded;

import com.google.protobuf.ByteString;

import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

import java.util.List;

/** Nests a simulated proposal into Fabric's messages: what endorsers sign, what is submitted. */
final class Envelopes {
    private static final int OK = 200;

    private Envelopes() {}

    /** What the endorsers sign: the proposal's hash, what was read and written, the answer. */
    static ByteString response(Proposed proposed, KVRWSet set, ByteString answer) {
        NsReadWriteSet own =
                NsReadWriteSet.newBuilder()
                        .setNamespace(Proposed.CHAINCODE.getName())
                        .setRwset(set.toByteString())
                        .build();
        ChaincodeAction action =
                ChaincodeAction.newBuilder()
                        .setResults(
                                TxReadWriteSet.newBuilder()
                                        .setDataModel(TxReadWriteSet.DataModel.KV)
                                        .addNsRwset(own)
                                        .build()
                                        .toByteString())
                        .setResponse(Response.newBuilder().setStatus(OK).setPayload(answer))
                        .setChaincodeId(Proposed.CHAINCODE)
                        .build();
        return ProposalResponsePayload.newBuilder()
                .setProposalHash(proposed.hash())
                .setExtension(action.toByteString())
                .build()
                .toByteString();
    }

    /** The envelope. Its client signed nothing: he and the ledger are one process. */
    static Envelope envelope(
            Proposed proposed, ByteString response, List<Endorsement> endorsements) {
        ChaincodeActionPayload action =
                ChaincodeActionPayload.newBuilder()
                        .setChaincodeProposalPayload(proposed.payload())
                        .setAction(
                                ChaincodeEndorsedAction.newBuilder()
                                        .setProposalResponsePayload(response)
                                        .addAllEndorsements(endorsements))
                        .build();
        Transaction transaction =
                Transaction.newBuilder()
                        .addActions(
                                TransactionAction.newBuilder()
                                        .setHeader(proposed.header().getSignatureHeader())
                                        .setPayload(action.toByteString()))
                        .build();
        return Envelope.newBuilder()
                .setPayload(
                        Payload.newBuilder()
                                .setHeader(proposed.header())
                                .setData(transaction.toByteString())
                                .build()
                                .toByteString())
                .build();
    }
}
