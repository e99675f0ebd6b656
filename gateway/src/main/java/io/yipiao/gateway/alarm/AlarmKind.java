package io.yipiao.gateway.alarm;

/** What an alarm is about, and what it leads to. */
public enum AlarmKind {
    /** One number with two contents. */
    CONFLICT(Lead.BILLS),
    /** Another number, and nearly the same bill. */
    NEAR_DUPLICATE(Lead.BILLS),
    /** A bill was claimed in vain three times. */
    DUPLICATE_TRIES(Lead.CASE),
    /** The fourth of a claim's five working days. */
    DAY_FOUR(Lead.CASE),
    /** A claim is past its five working days. */
    OVERDUE(Lead.CASE),
    /** A stamped bill was reversed. */
    RED_AFTER_STAMP(Lead.RECOVERY),
    /** A number outside of the series that its hospital was given. */
    OFF_SERIES(Lead.HOSPITAL),
    /** A bill under a key that was revoked or is suspected. */
    REVOKED_KEY(Lead.HOSPITAL),
    /** Finance's control totals name bills that did not come. */
    BILLS_MISSING(Lead.HOSPITAL),
    /** A peer, or our projection, is far behind the ledger. */
    LEDGER_LAG(Lead.LEDGER),
    /** Two peers hold different blocks at one height. */
    LEDGER_FORK(Lead.LEDGER);

    private final Lead lead;

    AlarmKind(Lead lead) {
        this.lead = lead;
    }

    /** Where whoever handles it looks next. */
    public enum Lead {
        BILLS,
        CASE,
        RECOVERY,
        HOSPITAL,
        LEDGER
    }

    public Lead lead() {
        return lead;
    }
}
