package io.yipiao.gateway.demo;

import io.yipiao.gateway.benefit.Benefit;
import io.yipiao.gateway.benefit.Policy;
import io.yipiao.gateway.benefit.TableException;
import io.yipiao.gateway.benefit.TableSource;
import io.yipiao.gateway.calendar.WorkingDays;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.bill.Bill;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The gateway's own services of claims, under clocks that show earlier working days: what is
 * claimed and decided there has used up days of its five since.
 */
final class EarlierDays {
    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final int MINUTES = 420;

    private final Gateway gateway;
    private final Bills bills;
    private final Benefit benefit;
    private final WorkingDays days;
    private final Instant now = Instant.now();

    EarlierDays(Gateway gateway) {
        this.gateway = gateway;
        this.bills = new Bills(gateway.database(), gateway.secrets().personal());
        try {
            this.benefit = new Benefit(Policy.read(TableSource.demonstration()));
            this.days = WorkingDays.read(TableSource.demonstration());
        } catch (TableException e) {
            throw new IllegalStateException("the demonstration's tables do not read", e);
        }
    }

    /**
     * The services as they are now, or were so many working days ago.
     *
     * @param serial by which the minute differs
     */
    ClaimDesk desk(int ago, long serial) {
        return ago == 0
                ? gateway.claims()
                : ClaimDesk.open(
                        gateway.database(),
                        gateway.secrets(),
                        bills,
                        gateway.ledger(),
                        benefit,
                        gateway.screening(),
                        Clock.fixed(moment(ago, serial), Bill.ZONE));
    }

    private Instant moment(int ago, long serial) {
        LocalDate day = LocalDate.ofInstant(now, Bill.ZONE);
        for (int left = ago; left > 0; day = day.minusDays(1)) {
            left -= days.isWorked(day) ? 1 : 0;
        }
        while (!days.isWorked(day)) { // nobody files or asks on a day off
            day = day.minusDays(1);
        }
        return day.atTime(OPENING.plusMinutes(serial * 7 % MINUTES)).atZone(Bill.ZONE).toInstant();
    }
}
