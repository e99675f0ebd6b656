package io.yipiao.gateway.intake;

import io.yipiao.verifier.batch.UploadException;

/** An upload was refused whole; nothing of it was stored beyond what its earlier batches hold. */
public final class RefusedUploadException extends Exception {
    private final Reason reason;
    private final String why;

    /** Why. */
    public enum Reason {
        /** The header or, of a sealed upload, a line does not hold; the message names it. */
        FAULTY,
        /** The issuer is not enrolled with this key, or gave the gateway no key to seal with. */
        NO_KEY,
        /** The same idempotency key came with other content. */
        OTHER_CONTENT,
        /** The same upload is being read right now. */
        UNDER_WAY
    }

    RefusedUploadException(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.why = message;
    }

    /** A line, or the whole, is not what the issuer sealed. */
    static RefusedUploadException faulty(UploadException fault) {
        return new RefusedUploadException(Reason.FAULTY, String.valueOf(fault.getMessage()));
    }

    /** A line's bill cannot be taken, and so none of the upload. */
    static RefusedUploadException faulty(Outcome.Refused line) {
        return new RefusedUploadException(
                Reason.FAULTY,
                "line " + line.line() + ": " + line.fault().getMessage() + ". " + line.advice());
    }

    /** What is wrong, with the line where there is one, and what to do. */
    public String why() {
        return why;
    }

    public Reason reason() {
        return reason;
    }
}
