package io.yipiao.network.corpus;

import io.yipiao.gateway.demo.DemonstrationBills;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Party;

import java.util.Optional;

/**
 * A visit that its patient claims and that takes the automatic route: the demonstration's visit of
 * 474.65 in another person's name.
 *
 * @param number another person and another bill for each
 */
public record ClaimedVisit(int number) {
    /** Behind the people of six hundred years of bills. */
    private static final long PEOPLE = 4_000_000;

    private static final Bill VISIT = DemonstrationBills.visit();

    /** Whose bill it is and who claims it. */
    public Party patient() {
        return Resident.numbered(PEOPLE + number);
    }

    /**
     * The bill.
     *
     * @param issuer the number under which its hospital is enrolled
     */
    public Bill bill(int issuer) {
        return new Bill(
                new BillId(VISIT.id().kind(), VISIT.id().code(), "9%09d".formatted(number)),
                Optional.of("%06d".formatted(number % 1_000_000)),
                new io.yipiao.verifier.bill.Issuer(
                        issuer, VISIT.issuer().code(), VISIT.issuer().name()),
                VISIT.issuedAt(),
                patient(),
                VISIT.encounter(),
                VISIT.payments(),
                Optional.empty(),
                VISIT.lines());
    }
}
