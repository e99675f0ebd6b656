package io.yipiao.verifier.verdict;

/**
 * Why a verdict is what it is, or what else must be said beside it. It holds nothing personal and
 * no amount, so that a stranger may read it.
 *
 * @param code what programs go by
 * @param sentence what people read
 */
public record Remark(Code code, Sentence sentence) {

    /** Every remark there is. */
    public enum Code {
        NOT_A_BILL_CODE,
        GARBLED,
        NO_CODE,
        OTHER_VERSION,
        MALFORMED,
        SEAL_FAILS,
        UNKNOWN_ISSUER,
        UNKNOWN_KEY,
        NO_MATCH,
        KEY_REVOKED,
        SEAL_HOLDS,
        ANCHORED,
        NOT_ASKED,
        NOT_ANCHORED,
        TWO_CONTENTS,
        RED_BILL_COUNTS,
        IS_RED_BILL,
        ALL_CLAIMED,
        NOTHING_CLAIMABLE,
        IN_PROGRESS,
        PART_CLAIMED,
        REISSUED,
        EXCHANGED,
        UNCLAIMED,
        FOREIGN,
        STALE,
        OTHER_HOST,
        SUSPECT_KEY
    }

    static Remark of(Code code, String chinese, String english) {
        return new Remark(code, new Sentence(chinese, english));
    }
}
