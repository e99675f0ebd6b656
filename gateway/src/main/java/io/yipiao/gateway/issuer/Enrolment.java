package io.yipiao.gateway.issuer;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.seal.IssuerKey;

import java.util.List;
import java.util.Optional;

/**
 * A hospital, enrolled or waiting to be.
 *
 * @param state PENDING until another organisation confirmed it and the ledger's block is here
 * @param digest what that organisation confirms, while it is pending
 * @param custody whether the gateway seals for it
 */
public record Enrolment(
        int number,
        String code,
        String name,
        State state,
        Optional<Digest> digest,
        boolean custody,
        List<IssuerKey> keys) {

    /** Whether the ledger holds it. */
    public enum State {
        PENDING,
        ENROLLED
    }

    public Enrolment {
        keys = List.copyOf(keys);
    }
}
