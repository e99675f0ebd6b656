package io.yipiao.gateway.benefit;

/** What basic insurance says to a bill. */
public sealed interface Assessment {

    /**
     * A sheet was computed; its fund may be nothing.
     *
     * @param sheet the calculation
     * @param city whether the institution lies in the city
     */
    record Computed(Sheet sheet, boolean city) implements Assessment {}

    /** Nothing is computed, because basic insurance does not pay on this bill. */
    record NotPaid(Reason reason) implements Assessment {}

    /** Why basic insurance does not pay. */
    enum Reason {
        /** 已在医院结算: the fund has paid its part at the counter. */
        SETTLED_AT_HOSPITAL,
        /** Claimed after 31 December of the year after discharge. */
        TOO_LATE,
        /** The issuer is not a designated institution. */
        NOT_DESIGNATED,
        /** The person's scheme has no rule for this kind of care, place and day. */
        NOT_COVERED
    }
}
