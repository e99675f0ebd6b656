package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.verifier.receipt.Sha256;

import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an endorser transaction holds, which Fabric nests six deep: the call, what it read and
 * wrote, and who endorsed that.
 *
 * @param chaincode which was called
 * @param arguments of the call, the function's name first
 * @param namespaces what was read and written
 * @param answer the ProposalResponsePayload that was endorsed
 * @param endorsements who endorsed it
 */
record TransactionContent(
        String chaincode,
        List<ByteString> arguments,
        List<NamespaceSets> namespaces,
        ByteString answer,
        List<Endorsement> endorsements) {

    static TransactionContent read(Payload payload) throws InvalidTransaction {
        try {
            Transaction transaction = Transaction.parseFrom(payload.getData());
            if (transaction.getActionsCount() != 1) {
                throw InvalidTransaction.malformed(
                        "it has %d actions".formatted(transaction.getActionsCount()));
            }
            Header proposal =
                    Header.newBuilder()
                            .setChannelHeader(payload.getHeader().getChannelHeader())
                            .setSignatureHeader(transaction.getActions(0).getHeader())
                            .build();
            return read(
                    proposal,
                    ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload()));
        } catch (InvalidProtocolBufferException e) {
            throw InvalidTransaction.malformed("it does not read");
        }
    }

    private static TransactionContent read(Header header, ChaincodeActionPayload action)
            throws InvalidProtocolBufferException, InvalidTransaction {
        ByteString call = action.getChaincodeProposalPayload();
        ByteString bytes = action.getAction().getProposalResponsePayload();
        ProposalResponsePayload answer = ProposalResponsePayload.parseFrom(bytes);
        ByteString hash = Sha256.of(header.getChannelHeader(), header.getSignatureHeader(), call);
        if (!answer.getProposalHash().equals(hash)) {
            throw InvalidTransaction.malformed("what was endorsed is the answer to another call");
        }
        ChaincodeAction result = ChaincodeAction.parseFrom(answer.getExtension());
        checkName(ChannelHeader.parseFrom(header.getChannelHeader()), result);
        List<NamespaceSets> namespaces = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (NsReadWriteSet set : TxReadWriteSet.parseFrom(result.getResults()).getNsRwsetList()) {
            namespaces.add(NamespaceSets.read(set));
            if (!names.add(set.getNamespace())) {
                throw InvalidTransaction.writingIllegally(
                        "it has two sets of " + set.getNamespace());
            }
        }
        ChaincodeInvocationSpec spec =
                ChaincodeInvocationSpec.parseFrom(
                        ChaincodeProposalPayload.parseFrom(call).getInput());
        return new TransactionContent(
                result.getChaincodeId().getName(),
                spec.getChaincodeSpec().getInput().getArgsList(),
                List.copyOf(namespaces),
                bytes,
                action.getAction().getEndorsementsList());
    }

    /** The call, the answer and the event must name one chaincode. */
    private static void checkName(ChannelHeader header, ChaincodeAction result)
            throws InvalidProtocolBufferException, InvalidTransaction {
        String asked =
                ChaincodeHeaderExtension.parseFrom(header.getExtension())
                        .getChaincodeId()
                        .getName();
        String answered = result.getChaincodeId().getName();
        if (asked.isEmpty()
                || !asked.equals(answered)
                || result.getChaincodeId().getVersion().isEmpty()) {
            throw InvalidTransaction.ofNoChaincode(
                    "%s was called and %s answered".formatted(asked, answered));
        }
        if (!result.getEvents().isEmpty()
                && !ChaincodeEvent.parseFrom(result.getEvents()).getChaincodeId().equals(asked)) {
            throw InvalidTransaction.ofNoChaincode("its event is another chaincode's");
        }
    }

    /** The function's name, if there is one. */
    String function() {
        return arguments.isEmpty() ? "" : arguments.getFirst().toStringUtf8();
    }
}
