package io.yipiao.gateway.issuer;

/** The number was given to another hospital, or to the same with other keys. */
public final class OtherEnrolmentException extends Exception {
    OtherEnrolmentException(int number) {
        super("Number " + number + " was asked for with other content: choose another number");
    }
}
