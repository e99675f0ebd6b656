package io.yipiao.verifier.batch;

/** A sealed upload is not what its header says, so nothing of it may be kept. */
public final class UploadException extends Exception {
    private final long line;

    UploadException(long line, String message) {
        super("line " + line + ": " + message);
        this.line = line;
    }

    UploadException(long line, Exception fault) {
        super("line " + line + ": " + fault.getMessage(), fault);
        this.line = line;
    }

    /** The line at which it showed, from 1, the header's included. */
    public long line() {
        return line;
    }
}
