package io.yipiao.gateway.projection;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An issuer as the ledger holds it.
 *
 * @param keys every key it ever had, in the order of their numbers
 * @param suspended the numbers of keys that an administrator stopped
 * @param changedAt when the ledger last wrote any of this
 */
public record ProjectedIssuer(
        int number,
        String code,
        String name,
        List<IssuerKey> keys,
        Set<Integer> suspended,
        Instant changedAt) {

    public ProjectedIssuer {
        keys = List.copyOf(keys);
        suspended = Set.copyOf(suspended);
    }

    static ProjectedIssuer read(int number, Json.Members value, Instant changedAt)
            throws FieldException {
        List<IssuerKey> keys = new ArrayList<>();
        for (Json.Members key : value.items("keys").objects("keys")) {
            keys.add(IssuerKey.read(key));
        }
        Set<Integer> suspended = new HashSet<>();
        if (value.has("suspended")) {
            for (Json seq : value.items("suspended").values()) {
                if (seq instanceof Json.Whole whole) {
                    suspended.add((int) whole.value());
                }
            }
        }
        return new ProjectedIssuer(
                number, value.text("code"), value.text("name"), keys, suspended, changedAt);
    }

    /** The key of this number, if it may still seal. */
    public Optional<IssuerKey> keyInUse(int seq) {
        return keys.stream()
                .filter(key -> key.seq() == seq)
                .filter(key -> key.revokedAt().isEmpty() && !suspended.contains(seq))
                .findFirst();
    }

    /**
     * The keys as others are told of them. One that an administrator stopped is under suspicion
     * since the ledger last wrote the issuer: whatever the key sealed was anchored before, or waits
     * for a person.
     */
    public List<IssuerKey> keysWithSuspicion() {
        return keys.stream()
                .map(key -> suspended.contains(key.seq()) ? suspect(key) : key)
                .toList();
    }

    /** Lists tell whole seconds; rounded up, what was anchored within the last one stays good. */
    private IssuerKey suspect(IssuerKey key) {
        Instant stopped = changedAt.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Instant since = key.suspectSince().filter(stopped::isAfter).orElse(stopped);
        return new IssuerKey(key.seq(), key.key(), key.revokedAt(), Optional.of(since));
    }
}
