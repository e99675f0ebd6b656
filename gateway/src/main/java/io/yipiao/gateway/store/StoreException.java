package io.yipiao.gateway.store;

/** The database cannot be started, reached or used; the message says what to do about it. */
public final class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
