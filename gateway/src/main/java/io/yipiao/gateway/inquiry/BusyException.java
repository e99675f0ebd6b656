package io.yipiao.gateway.inquiry;

/** Too many pictures wait to be read: send it again in some seconds. */
public final class BusyException extends Exception {
    BusyException() {
        super("Too many pictures wait to be read; try again in 30 seconds");
    }
}
