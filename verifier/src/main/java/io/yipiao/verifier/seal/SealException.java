package io.yipiao.verifier.seal;

/** A signature is not the one that the key would have made over the message. */
public final class SealException extends Exception {
    public SealException(String message) {
        super(message);
    }
}
