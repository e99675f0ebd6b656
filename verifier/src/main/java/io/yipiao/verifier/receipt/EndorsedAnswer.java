package io.yipiao.verifier.receipt;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import io.yipiao.verifier.bill.FieldException;

import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the peers signed: a serialised {@code peer.ProposalResponsePayload} with the hash of the
 * call, the chaincode's response and what it read and wrote.
 *
 * @param bytes as they were signed
 * @param proposalHash the hash of the call that is answered
 * @param chaincode which chaincode answered
 * @param status 200 if it answered and did not refuse
 * @param response the answer's bytes
 * @param changed whether anything beside single keys was read, or anything at all written
 * @param reads the keys that the registry read, with their versions; no version, no such key
 */
record EndorsedAnswer(
        ByteString bytes,
        ByteString proposalHash,
        String chaincode,
        int status,
        ByteString response,
        boolean changed,
        SortedMap<String, Optional<Version>> reads) {

    static EndorsedAnswer parse(ByteString bytes) throws FieldException {
        try {
            ProposalResponsePayload payload = ProposalResponsePayload.parseFrom(bytes);
            ChaincodeAction action = ChaincodeAction.parseFrom(payload.getExtension());
            TxReadWriteSet sets = TxReadWriteSet.parseFrom(action.getResults());
            boolean changed = false;
            SortedMap<String, Optional<Version>> reads = new TreeMap<>();
            for (NsReadWriteSet set : sets.getNsRwsetList()) {
                KVRWSet keys = KVRWSet.parseFrom(set.getRwset());
                changed |= changes(keys) || set.getCollectionHashedRwsetCount() > 0;
                if (set.getNamespace().equals(Receipt.CHAINCODE)) {
                    keys.getReadsList().forEach(read -> reads.put(read.getKey(), version(read)));
                }
            }
            return new EndorsedAnswer(
                    bytes,
                    payload.getProposalHash(),
                    action.getChaincodeId().getName(),
                    action.getResponse().getStatus(),
                    action.getResponse().getPayload(),
                    changed,
                    reads);
        } catch (InvalidProtocolBufferException e) {
            throw new FieldException(
                    "payload", "a Fabric proposal response payload", "other bytes");
        }
    }

    private static boolean changes(KVRWSet keys) {
        return keys.getWritesCount() > 0
                || keys.getMetadataWritesCount() > 0
                || keys.getRangeQueriesInfoCount() > 0;
    }

    private static Optional<Version> version(KVRead read) {
        return read.hasVersion() ? Optional.of(read.getVersion()) : Optional.empty();
    }
}
