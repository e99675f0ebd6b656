package io.yipiao.chaincode.rules;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * An issuer's keys as they are handed in. A key never changes and keeps its number, or a revoked
 * one could come back under another.
 */
final class IssuerKeys {
    private IssuerKeys() {}

    /** Reads {@code {seq, suite, userId?, spki}}. */
    static IssuerKey read(Json.Members record) throws FieldException {
        record.only(Set.of("seq", "suite", "userId", "spki"));
        return IssuerKey.read(record);
    }

    /**
     * Whether a key is none of those that stand.
     *
     * @throws FieldException if its number has another key, or the key another number
     */
    static boolean isNew(IssuerKey key, List<IssuerKey> keys) throws FieldException {
        for (IssuerKey standing : keys) {
            boolean sameNumber = standing.seq() == key.seq();
            boolean sameKey = Arrays.equals(standing.key().spki(), key.key().spki());
            if (sameNumber && sameKey && isReadAlike(standing, key)) {
                return false;
            }
            if (sameNumber || sameKey) {
                throw new FieldException(
                        "keys", "each key under one number for good", "key " + key.seq());
            }
        }
        return true;
    }

    /** Whether both check seals alike: the same suite with the same user id. */
    private static boolean isReadAlike(IssuerKey one, IssuerKey other) {
        return one.key().suite() == other.key().suite()
                && Arrays.equals(one.key().userId(), other.key().userId());
    }
}
