package io.yipiao.gateway.issuer;

import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.Suite;

import java.util.List;

/**
 * A hospital to be enrolled.
 *
 * @param issuer its number, code and name
 * @param keys whose keys
 */
public record NewIssuer(Issuer issuer, Keys keys) {

    /** Where its keys are. */
    public sealed interface Keys {}

    /** The hospital keeps its private keys and seals its uploads itself. */
    public record Own(List<IssuerKey> keys) implements Keys {
        public Own {
            keys = List.copyOf(keys);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("an issuer has at least one key");
            }
        }
    }

    /** The gateway makes the keys, keeps them and seals for the hospital. */
    public record Custody(Suite suite) implements Keys {}
}
