package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.verifier.receipt.Sha256;

import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

import java.util.HexFormat;
import java.util.Optional;

/**
 * Judges a transaction by itself and by what stood on the ledger before its block, in the order in
 * which Fabric's peers do, so that what is wrong bears the same flag: who sent it, its id, what was
 * endorsed and by whom.
 */
final class TransactionCheck {
    private final String channel;
    private final Identities identities;
    private final DefinedPolicies policies;
    private final SeenIds seen;

    TransactionCheck(
            String channel, Identities identities, DefinedPolicies policies, SeenIds seen) {
        this.channel = channel;
        this.identities = identities;
        this.policies = policies;
        this.seen = seen;
    }

    Judgement judge(ByteString bytes) {
        String id = "";
        try {
            Envelope envelope = envelope(bytes);
            Payload payload = payload(envelope);
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            id = header.getTxId();
            SignatureHeader sender =
                    SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
            checkSender(envelope, header, sender);
            checkId(id, sender);
            TransactionContent content = TransactionContent.read(payload);
            checkPlace(header);
            checkEndorsed(content);
            return Judgement.valid(id, content);
        } catch (InvalidTransaction e) {
            return Judgement.invalid(id, e.code(), e.why());
        } catch (InvalidProtocolBufferException e) {
            return Judgement.invalid(
                    id, TxValidationCode.BAD_COMMON_HEADER, "its headers do not read");
        }
    }

    private static Envelope envelope(ByteString bytes) throws InvalidTransaction {
        try {
            return Envelope.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidTransaction(
                    TxValidationCode.INVALID_OTHER_REASON, "its envelope does not read");
        }
    }

    private static Payload payload(Envelope envelope) throws InvalidTransaction {
        try {
            return Payload.parseFrom(envelope.getPayload());
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidTransaction(TxValidationCode.BAD_PAYLOAD, "its payload does not read");
        }
    }

    private void checkSender(Envelope envelope, ChannelHeader header, SignatureHeader sender)
            throws InvalidTransaction {
        if (header.getEpoch() != 0
                || sender.getNonce().isEmpty()
                || sender.getCreator().isEmpty()) {
            throw new InvalidTransaction(
                    TxValidationCode.BAD_COMMON_HEADER, "its headers are not filled in");
        }
        try {
            Signer signer =
                    identities.check(
                            new Identities.Signed(
                                    sender.getCreator(),
                                    envelope.getSignature(),
                                    envelope.getPayload()));
            assert !signer.msp().isEmpty();
        } catch (UntrustedException e) {
            throw new InvalidTransaction(
                    TxValidationCode.BAD_CREATOR_SIGNATURE, "its sender's: " + e.why());
        }
        if (header.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
            throw new InvalidTransaction(
                    TxValidationCode.UNSUPPORTED_TX_PAYLOAD,
                    "it is of type %d".formatted(header.getType()));
        }
    }

    private static void checkId(String id, SignatureHeader sender) throws InvalidTransaction {
        ByteString hash = Sha256.of(sender.getNonce(), sender.getCreator());
        if (!id.equals(HexFormat.of().formatHex(hash.toByteArray()))) {
            throw new InvalidTransaction(
                    TxValidationCode.BAD_PROPOSAL_TXID,
                    "its id is not that of its nonce and sender");
        }
    }

    private void checkPlace(ChannelHeader header) throws InvalidTransaction {
        if (!header.getChannelId().equals(channel)) {
            throw new InvalidTransaction(
                    TxValidationCode.TARGET_CHAIN_NOT_FOUND,
                    "it was meant for channel " + header.getChannelId());
        }
        if (seen.contains(header.getTxId())) {
            throw new InvalidTransaction(
                    TxValidationCode.DUPLICATE_TXID, "an earlier block has its id");
        }
    }

    private void checkEndorsed(TransactionContent content) throws InvalidTransaction {
        Identities.Counted endorsers =
                identities.count(
                        content.endorsements().stream()
                                .map(each ->
                                        new Identities.Signed(
                                                each.getEndorser(),
                                                each.getSignature(),
                                                content.answer().concat(each.getEndorser())))
                                .toList());
        boolean isWritten = false;
        for (NamespaceSets sets : content.namespaces()) {
            if (sets.writes()) {
                checkEndorsed(sets, endorsers);
                isWritten |= sets.name().equals(content.chaincode());
            }
        }
        if (!isWritten) {
            demand(policy(content.chaincode()), content.chaincode(), endorsers);
        }
    }

    /** A chaincode's own policy is asked for unless all it wrote is organisations' own. */
    private void checkEndorsed(NamespaceSets sets, Identities.Counted endorsers)
            throws InvalidTransaction {
        Policy policy = policy(sets.name());
        for (var collection : sets.collections().entrySet()) {
            if (NamespaceSets.writes(collection.getValue())) {
                Optional<Policy> own = policies.ofCollection(collection.getKey());
                demand(own.orElse(policy), collection.getKey(), endorsers);
            }
        }
        if (sets.writesOpenly()) {
            demand(policy, sets.name(), endorsers);
        }
    }

    private Policy policy(String chaincode) throws InvalidTransaction {
        Optional<Policy> policy = policies.ofChaincode(chaincode);
        if (policy.isEmpty()) {
            throw InvalidTransaction.ofNoChaincode("no chaincode " + chaincode + " is defined");
        }
        return policy.get();
    }

    private static void demand(Policy policy, String what, Identities.Counted endorsers)
            throws InvalidTransaction {
        if (!policy.isSatisfiedBy(endorsers.signers())) {
            throw new InvalidTransaction(
                    TxValidationCode.ENDORSEMENT_POLICY_FAILURE,
                    "what " + what + " needs was not endorsed: good are " + endorsers.words());
        }
    }
}
