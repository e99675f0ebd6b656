package io.yipiao.gateway.inquiry;

/** Too many wrong check codes were typed for this bill: strangers may look it up again later. */
public final class LockedException extends Exception {
    LockedException() {
        super("Too many wrong check codes for this bill; scan its QR code, or try in an hour");
    }
}
