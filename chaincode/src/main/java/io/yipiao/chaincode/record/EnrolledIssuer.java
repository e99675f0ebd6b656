package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Key {@code issuer/<number>}: {@code {code, name, keys[], suspended?[]}}.
 *
 * @param code the institution's code
 * @param name its name
 * @param keys every key it ever had, by number
 * @param suspended numbers of keys that an administrator stopped
 */
public record EnrolledIssuer(
        String code, String name, List<IssuerKey> keys, SortedSet<Integer> suspended) {

    public EnrolledIssuer {
        keys = List.copyOf(keys);
        suspended = Collections.unmodifiableSortedSet(new TreeSet<>(suspended));
    }

    static EnrolledIssuer read(Json.Members value) throws FieldException {
        value.only(Set.of("code", "name", "keys", "suspended"));
        List<IssuerKey> keys = new ArrayList<>();
        for (Json.Members key : value.items("keys").objects("keys")) {
            keys.add(IssuerKey.read(key));
        }
        return new EnrolledIssuer(
                value.text("code"),
                value.text("name"),
                keys,
                value.has("suspended")
                        ? Numbers.read(value.items("suspended"))
                        : Collections.emptySortedSet());
    }

    Json.Members json() {
        Json.Writer out =
                Json.object()
                        .put("code", code)
                        .put("name", name)
                        .put("keys", keys.stream().map(IssuerKey::json).toList());
        if (!suspended.isEmpty()) {
            out.put("suspended", Numbers.write(suspended));
        }
        return out.end();
    }

    public Optional<IssuerKey> key(int seq) {
        return keys.stream().filter(key -> key.seq() == seq).findFirst();
    }

    /** Whether a key may seal no more batches. */
    public boolean isStopped(IssuerKey key) {
        return key.revokedAt().isPresent() || suspended.contains(key.seq());
    }

    /** The issuer with a key's record put in the place of the one with its number. */
    public EnrolledIssuer with(IssuerKey replaced) {
        return new EnrolledIssuer(
                code,
                name,
                keys.stream().map(key -> key.seq() == replaced.seq() ? replaced : key).toList(),
                suspended);
    }

    /** The issuer with one key more. */
    public EnrolledIssuer withNew(IssuerKey key) {
        List<IssuerKey> more = new ArrayList<>(keys);
        more.add(key);
        return new EnrolledIssuer(code, name, more, suspended);
    }

    public EnrolledIssuer suspend(int seq) {
        TreeSet<Integer> more = new TreeSet<>(suspended);
        more.add(seq);
        return new EnrolledIssuer(code, name, keys, more);
    }

    /** Whether both would stand on the ledger with the same bytes. */
    public boolean sameAs(EnrolledIssuer other) {
        return json().equals(other.json());
    }
}
