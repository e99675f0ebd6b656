package io.yipiao.verifier.fees;

/** An inclusion proof does not prove what it is said to prove; the message says where it fails. */
public final class ProofException extends Exception {
    public ProofException(String message) {
        super(message);
    }
}
