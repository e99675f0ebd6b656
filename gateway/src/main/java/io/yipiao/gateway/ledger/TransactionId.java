package io.yipiao.gateway.ledger;

import java.util.regex.Pattern;

/**
 * What names a transaction on the channel: SHA-256 over the proposal's nonce and its caller, as 64
 * lower-case hexadecimal digits.
 */
public record TransactionId(String hex) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public TransactionId {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a transaction id: " + hex);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
