package io.yipiao.gateway.ledger.race;

import io.yipiao.gateway.ledger.TestIssuer;

import java.util.ArrayList;
import java.util.List;

/** Two operations and where they start. {@link #ALL} are raced. */
record Race(RacedOperation one, RacedOperation other, RaceStart start) {
    static final List<Race> ALL = all();

    private static List<Race> all() {
        List<Race> races = new ArrayList<>();
        RacedOperation[] operations = RacedOperation.values();
        for (int i = 0; i < operations.length; i++) {
            for (int j = i; j < operations.length; j++) {
                for (RaceStart start : RaceStart.of(operations[i], operations[j])) {
                    races.add(new Race(operations[i], operations[j], start));
                }
            }
        }
        return List.copyOf(races);
    }

    /** A bill to race for. */
    RacedBill bill(TestIssuer issuer) {
        return new RacedBill(start, issuer);
    }
}
