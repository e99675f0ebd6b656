package io.yipiao.gateway.tell;

/** Text messages cannot be sent now; later they may. */
public final class SmsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    SmsUnavailable(String message) {
        super(message);
    }

    SmsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
