package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;

import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What stands under each key once all valid transactions so far are carried out. It grows with the
 * ledger's keys, one for each batch and opened bill, and never with its leaves.
 */
final class WorldState {
    private final Map<String, Stored> values = new HashMap<>();

    /** A value and who wrote it; of private data only its hash is on the ledger. */
    private record Stored(Version version, ByteString value) {}

    Optional<byte[]> value(String namespace, String key) {
        return Optional.ofNullable(values.get(place(namespace, key)))
                .map(stored -> stored.value().toByteArray());
    }

    Optional<Version> version(String namespace, String key) {
        return Optional.ofNullable(values.get(place(namespace, key))).map(Stored::version);
    }

    Optional<Version> privateVersion(String namespace, String collection, ByteString hash) {
        return Optional.ofNullable(values.get(privatePlace(namespace, collection, hash)))
                .map(Stored::version);
    }

    /** Carries out what a valid transaction wrote. */
    void apply(TransactionContent content, Version at) {
        for (NamespaceSets sets : content.namespaces()) {
            for (KVWrite write : sets.keys().getWritesList()) {
                write(
                        place(sets.name(), write.getKey()),
                        write.getIsDelete(),
                        write.getValue(),
                        at);
            }
            sets.collections().forEach((name, keys) -> applyPrivate(sets.name(), name, keys, at));
        }
    }

    /** Passes on all of a namespace's values whose key begins so, in no order. */
    void each(String namespace, String prefix, BiConsumer<String, byte[]> reader) {
        String from = place(namespace, prefix);
        values.forEach((place, stored) -> {
            if (place.startsWith(from)) {
                reader.accept(
                        place.substring(namespace.length() + 1), stored.value().toByteArray());
            }
        });
    }

    private void applyPrivate(String namespace, String collection, HashedRWSet keys, Version at) {
        for (KVWriteHash write : keys.getHashedWritesList()) {
            write(
                    privatePlace(namespace, collection, write.getKeyHash()),
                    write.getIsDelete() || write.getIsPurge(),
                    ByteString.EMPTY,
                    at);
        }
    }

    private void write(String place, boolean isDelete, ByteString value, Version at) {
        if (isDelete) {
            values.remove(place);
        } else {
            values.put(place, new Stored(at, value));
        }
    }

    private static String place(String namespace, String key) {
        return namespace + "\0" + key;
    }

    private static String privatePlace(String namespace, String collection, ByteString hash) {
        return namespace
                + "\0\0"
                + collection
                + "\0"
                + HexFormat.of().formatHex(hash.toByteArray());
    }
}
