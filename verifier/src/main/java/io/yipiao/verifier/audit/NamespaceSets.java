package io.yipiao.verifier.audit;

import com.google.protobuf.InvalidProtocolBufferException;

import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a transaction read and wrote of one chaincode's keys.
 *
 * @param name the chaincode
 * @param keys in the open
 * @param collections of private data, as hashes, by the collection's name
 */
record NamespaceSets(String name, KVRWSet keys, SortedMap<String, HashedRWSet> collections) {
    static NamespaceSets read(NsReadWriteSet set) throws InvalidProtocolBufferException {
        SortedMap<String, HashedRWSet> collections = new TreeMap<>();
        for (CollectionHashedReadWriteSet each : set.getCollectionHashedRwsetList()) {
            collections.put(each.getCollectionName(), HashedRWSet.parseFrom(each.getHashedRwset()));
        }
        return new NamespaceSets(
                set.getNamespace(), KVRWSet.parseFrom(set.getRwset()), collections);
    }

    boolean writes() {
        return writesOpenly() || collections.values().stream().anyMatch(NamespaceSets::writes);
    }

    boolean writesOpenly() {
        return keys.getWritesCount() > 0 || keys.getMetadataWritesCount() > 0;
    }

    static boolean writes(HashedRWSet collection) {
        return collection.getHashedWritesCount() > 0 || collection.getMetadataWritesCount() > 0;
    }

    /** Whether it did what needs rules that this audit does not know. */
    boolean isBeyondUs() {
        return keys.getRangeQueriesInfoCount() > 0
                || keys.getMetadataWritesCount() > 0
                || collections.entrySet().stream().anyMatch(NamespaceSets::isBeyondUs);
    }

    private static boolean isBeyondUs(Map.Entry<String, HashedRWSet> collection) {
        return collection.getValue().getMetadataWritesCount() > 0
                || (writes(collection.getValue())
                        && !collection.getKey().startsWith(DefinedPolicies.OWN_COLLECTION));
    }
}
