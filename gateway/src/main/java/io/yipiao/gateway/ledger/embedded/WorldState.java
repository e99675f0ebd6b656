package io.yipiao.gateway.ledger.embedded;

import com.google.protobuf.ByteString;

import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The committed keys with their values and versions, in memory. Not safe by itself: whoever reads
 * holds the {@link Chain}'s shared lock, whoever applies its exclusive one.
 */
final class WorldState {
    private final Map<String, Entry> entries = new HashMap<>();

    /** A value, who wrote it, and who wrote the key before. */
    record Entry(Version version, ByteString value, List<Version> before) {}

    Optional<Entry> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** All versions of a key, the oldest first. */
    List<Version> versions(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return List.of();
        }
        List<Version> versions = new ArrayList<>(entry.before);
        versions.add(entry.version);
        return versions;
    }

    /** Whether nothing that was read has been written since. */
    boolean isCurrent(KVRWSet set) {
        for (KVRead read : set.getReadsList()) {
            Optional<Version> then =
                    read.hasVersion()
                            ? Optional.of(
                                    new Version(
                                            read.getVersion().getBlockNum(),
                                            (int) read.getVersion().getTxNum()))
                            : Optional.empty();
            if (!then.equals(get(read.getKey()).map(Entry::version))) {
                return false;
            }
        }
        return true;
    }

    void apply(Map<String, byte[]> writes, Version version) {
        writes.forEach((key, value) -> {
            Entry old = entries.get(key);
            List<Version> before = old == null ? new ArrayList<>(1) : old.before;
            if (old != null) {
                before.add(old.version);
            }
            entries.put(key, new Entry(version, ByteString.copyFrom(value), before));
        });
    }
}
