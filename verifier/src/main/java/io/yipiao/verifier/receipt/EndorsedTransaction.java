package io.yipiao.verifier.receipt;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.verifier.bill.FieldException;

import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Transaction;

import java.util.List;

/** What a transaction that was endorsed, signed or not, holds of its call and the answer. */
record EndorsedTransaction(
        ProposedCall call, EndorsedAnswer answer, List<Endorsement> endorsements) {

    static EndorsedTransaction parse(ByteString envelope) throws FieldException {
        try {
            Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
            Transaction transaction = Transaction.parseFrom(payload.getData());
            if (transaction.getActionsCount() != 1) {
                throw new FieldException(
                        "envelope", "one action", Integer.toString(transaction.getActionsCount()));
            }
            ChaincodeActionPayload action =
                    ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
            return new EndorsedTransaction(
                    ProposedCall.of(payload.getHeader(), action.getChaincodeProposalPayload()),
                    EndorsedAnswer.parse(action.getAction().getProposalResponsePayload()),
                    action.getAction().getEndorsementsList().stream()
                            .map(each -> new Endorsement(each.getEndorser(), each.getSignature()))
                            .toList());
        } catch (InvalidProtocolBufferException e) {
            throw new FieldException("envelope", "an endorsed Fabric transaction", "other bytes");
        }
    }
}
