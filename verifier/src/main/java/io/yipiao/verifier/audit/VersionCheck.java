package io.yipiao.verifier.audit;

import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

import java.util.Optional;

/** Whether what a transaction read still stood when its turn came (Fabric's MVCC check). */
final class VersionCheck {
    private final WorldState state;

    VersionCheck(WorldState state) {
        this.state = state;
    }

    void check(TransactionContent content) throws InvalidTransaction {
        for (NamespaceSets sets : content.namespaces()) {
            for (KVRead read : sets.keys().getReadsList()) {
                Optional<Version> version =
                        read.hasVersion() ? Optional.of(version(read)) : Optional.empty();
                compare(read.getKey(), version, state.version(sets.name(), read.getKey()));
            }
            for (var collection : sets.collections().entrySet()) {
                for (KVReadHash read : collection.getValue().getHashedReadsList()) {
                    Optional<Version> version =
                            read.hasVersion() ? Optional.of(version(read)) : Optional.empty();
                    Optional<Version> now =
                            state.privateVersion(
                                    sets.name(), collection.getKey(), read.getKeyHash());
                    compare(collection.getKey(), version, now);
                }
            }
        }
    }

    private static Version version(KVRead read) {
        return new Version(read.getVersion().getBlockNum(), (int) read.getVersion().getTxNum());
    }

    private static Version version(KVReadHash read) {
        return new Version(read.getVersion().getBlockNum(), (int) read.getVersion().getTxNum());
    }

    private static void compare(String key, Optional<Version> read, Optional<Version> now)
            throws InvalidTransaction {
        if (!read.equals(now)) {
            throw new InvalidTransaction(
                    TxValidationCode.MVCC_READ_CONFLICT,
                    "it read %s as of %s, which is of %s by now"
                            .formatted(key, words(read), words(now)));
        }
    }

    private static String words(Optional<Version> version) {
        return version.map(Version::toString).orElse("nothing");
    }
}
