package io.yipiao.gateway.projection;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;

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
 */
public record ProjectedIssuer(
        int number, String code, String name, List<IssuerKey> keys, Set<Integer> suspended) {

    public ProjectedIssuer {
        keys = List.copyOf(keys);
        suspended = Set.copyOf(suspended);
    }

    static ProjectedIssuer read(int number, Json.Members value) throws FieldException {
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
        return new ProjectedIssuer(number, value.text("code"), value.text("name"), keys, suspended);
    }

    /** The key of this number, if it may still seal. */
    public Optional<IssuerKey> keyInUse(int seq) {
        return keys.stream()
                .filter(key -> key.seq() == seq)
                .filter(key -> key.revokedAt().isEmpty() && !suspended.contains(seq))
                .findFirst();
    }
}
