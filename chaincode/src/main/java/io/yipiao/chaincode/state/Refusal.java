package io.yipiao.chaincode.state;

import io.yipiao.verifier.verdict.RefusalCode;

/** The ledger says no. The message reads {@code CODE: sentence}, and nothing was written. */
public final class Refusal extends Exception {
    private final RefusalCode code;
    private final String sentence;

    /**
     * @param code why, for programs
     * @param sentence why, for people; no personal data
     */
    public Refusal(RefusalCode code, String sentence) {
        // A refusal is an answer, not a fault: it carries no stack.
        super(code + ": " + sentence, null, false, false);
        this.code = code;
        this.sentence = sentence;
    }

    /** A refusal for the reason that a check gave. */
    public static Refusal because(RefusalCode code, Exception fault) {
        return new Refusal(code, String.valueOf(fault.getMessage()));
    }

    public RefusalCode code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }
}
