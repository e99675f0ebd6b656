package io.yipiao.gateway.store;

/** The database cannot be started or reached; the message says what to do about it. */
public final class StoreException extends RuntimeException {
    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
