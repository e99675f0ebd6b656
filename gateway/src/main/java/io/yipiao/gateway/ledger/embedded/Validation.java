package io.yipiao.gateway.ledger.embedded;

import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.gateway.ledger.TransactionId;
import io.yipiao.gateway.ledger.Validity;
import io.yipiao.gateway.ledger.messages.EndorsedEnvelope;

import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Fabric's committer finds of each transaction of a block: it came before, its endorsements do
 * not satisfy the policy, it read what was written since – by an earlier block or an earlier
 * transaction of this one – or it is valid.
 */
final class Validation {
    private final Members members;
    private final WorldState state;
    private final Set<TransactionId> known;

    /**
     * @param known the transactions of all blocks before, as they are when {@link #flags} is asked
     */
    Validation(Members members, WorldState state, Set<TransactionId> known) {
        this.members = members;
        this.state = state;
        this.known = known;
    }

    List<Validity> flags(List<Envelope> envelopes) {
        Set<TransactionId> inBlock = new HashSet<>();
        Set<String> written = new HashSet<>();
        List<Validity> flags = new ArrayList<>(envelopes.size());
        for (Envelope envelope : envelopes) {
            flags.add(flag(envelope, inBlock, written));
        }
        return flags;
    }

    private Validity flag(Envelope bytes, Set<TransactionId> inBlock, Set<String> written) {
        try {
            EndorsedEnvelope envelope = EndorsedEnvelope.of(bytes);
            TransactionId id = new TransactionId(envelope.channelHeader().getTxId());
            if (!inBlock.add(id) || known.contains(id)) {
                return Validity.DUPLICATE_TXID;
            }
            if (!members.satisfied(envelope.response(), envelope.endorsements())) {
                return Validity.ENDORSEMENT_POLICY_FAILURE;
            }
            KVRWSet set = envelope.readWriteSet(Proposed.CHAINCODE.getName());
            if (!state.isCurrent(set) || readsAny(set, written)) {
                return Validity.MVCC_READ_CONFLICT;
            }
            set.getWritesList().stream().map(KVWrite::getKey).forEach(written::add);
            return Validity.VALID;
        } catch (InvalidProtocolBufferException e) {
            return Validity.INVALID;
        }
    }

    private static boolean readsAny(KVRWSet set, Set<String> written) {
        return set.getReadsList().stream().map(KVRead::getKey).anyMatch(written::contains);
    }
}
