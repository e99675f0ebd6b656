package io.yipiao.gateway.ledger;

import io.yipiao.verifier.verdict.RefusalCode;

/** The ledger's rules said no. Nothing was written, and the same call would be refused again. */
public final class Refused extends Exception {
    private final RefusalCode code;
    private final String sentence;

    /**
     * @param sentence what the chaincode says of it, without personal data
     */
    public Refused(RefusalCode code, String sentence) {
        super(code + ": " + sentence);
        this.code = code;
        this.sentence = sentence;
    }

    public RefusalCode code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }
}
