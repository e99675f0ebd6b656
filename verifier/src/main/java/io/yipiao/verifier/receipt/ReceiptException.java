package io.yipiao.verifier.receipt;

/** A receipt does not prove what it is said to prove; the message says where it fails. */
public final class ReceiptException extends Exception {
    ReceiptException(String message) {
        super(message);
    }

    ReceiptException(String message, Exception cause) {
        super(message, cause);
    }
}
