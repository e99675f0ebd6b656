package io.yipiao.gateway.projection;

/** A block does not follow the one before it: another ledger answers, or blocks are missing. */
public final class BrokenChainException extends RuntimeException {
    BrokenChainException(String message) {
        super(message);
    }
}
