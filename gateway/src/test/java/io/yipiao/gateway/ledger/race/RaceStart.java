package io.yipiao.gateway.ledger.race;

import java.util.ArrayList;
import java.util.List;

/** Where a bill stands before it is raced for. */
enum RaceStart {
    /** Anchored, and never named since. */
    UNOPENED,
    /** With a hold, a stamp and something to be recovered. */
    LIVING,
    /** The same, but opened on payers' words. */
    CLAIMED,
    /** The same as LIVING, and then taken back. */
    REVERSED;

    /** The starts from which two operations are worth a race. */
    static List<RaceStart> of(RacedOperation one, RacedOperation other) {
        List<RaceStart> starts = new ArrayList<>();
        if (one == RacedOperation.NET || other == RacedOperation.NET) {
            starts.add(REVERSED);
        } else {
            starts.add(one.isOfClaimed() || other.isOfClaimed() ? CLAIMED : LIVING);
        }
        if (one.opens() && other.opens()) {
            starts.add(UNOPENED);
        }
        return starts;
    }
}
