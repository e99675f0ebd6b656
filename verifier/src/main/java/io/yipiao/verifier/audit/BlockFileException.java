package io.yipiao.verifier.audit;

/** A file of blocks ends within one, or holds other bytes. */
public final class BlockFileException extends Exception {
    BlockFileException(String message) {
        super(message);
    }
}
