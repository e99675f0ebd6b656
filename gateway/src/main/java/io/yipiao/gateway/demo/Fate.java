package io.yipiao.gateway.demo;

/** What becomes of a bill of the demonstration. */
enum Fate {
    /** Registered; nobody has claimed it. */
    OPEN,
    /** Printed, and never registered. */
    UNREGISTERED,
    /** The fund paid all of it at the counter. */
    SETTLED,
    /** Two contents were registered under its number. */
    CONFLICT,
    /** Refunded in full before anybody claimed it. */
    REVERSED,
    /** Refunded, and issued anew. */
    REISSUED,
    /** Printed again on paper. */
    EXCHANGED,
    /** Claimed, and decided by no person. */
    AUTOMATIC,
    /** The same, and claimed once more. */
    DUPLICATE,
    /** The same, and refunded afterwards. */
    RECOVERING,
    /** Claimed; waits for a clerk. */
    REVIEW,
    /** A clerk handed it to a supervisor. */
    ESCALATED,
    /** A clerk asked for something. */
    ASKED,
    WITHDRAWN,
    REFUSED,
    APPROVED,
    /** A clerk passed a part. */
    PART,
    /** A clerk passed it, and another payer took the rest. */
    FULL,
    /** A clerk passed it, and a line was refunded afterwards: some is wanted back. */
    PART_REFUNDED;

    boolean isClaimed() {
        return compareTo(AUTOMATIC) >= 0;
    }
}
