package io.yipiao.gateway.control;

import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.alarm.Facts;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Compares control totals with the bills that came, again and again until they agree, and those of
 * the last days also afterwards. What is missing raises an alarm that closes by itself once it has
 * come.
 */
public final class ControlMonitor {
    /** A bill may come late, and one too many may too. */
    private static final int RECHECKED_DAYS = 7;

    private static final int MOST_FACTS = 1_900;

    private final Database database;
    private final ControlStore store;
    private final NumberGaps gaps = new NumberGaps();
    private final Alarms alarms;
    private final Clock clock;

    public ControlMonitor(Database database, Alarms alarms, Clock clock) {
        this.database = database;
        this.store = new ControlStore(clock);
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Compares all that do not agree yet, and those of the last days. */
    public void pass() {
        LocalDate from = LocalDate.ofInstant(clock.instant(), Bill.ZONE).minusDays(RECHECKED_DAYS);
        List<IssueDay> due = database.with(handle -> store.due(handle, from));
        due.forEach(this::compare);
    }

    /** Compares one, if there is a total of it. */
    Optional<Compared> compare(IssueDay of) {
        return database.inTransaction(tx -> {
            Optional<Compared> counted = store.count(tx, of);
            Optional<Compared> compared = counted.map(found -> gaps.in(tx, found));
            compared.ifPresent(found -> {
                store.keep(tx, found);
                tell(tx, found);
            });
            return compared;
        });
    }

    private void tell(Handle tx, Compared compared) {
        IssueDay of = compared.stated().of();
        if (compared.isComplete()) {
            alarms.settle(tx, AlarmKind.BILLS_MISSING, of.subject(), "totals-agree");
            return;
        }
        alarms.raiseUnlessDealtWith(tx, AlarmKind.BILLS_MISSING, of.subject(), facts(compared, of));
    }

    private static Facts facts(Compared compared, IssueDay of) {
        Facts facts =
                Facts.of(Fact.ISSUER, of.issuer())
                        .and(Fact.DAY, of.day())
                        .and(Fact.COUNT, compared.missingBills())
                        .and(Fact.AMOUNT, yuan(compared.missingFen()));
        if (!of.code().isEmpty()) {
            facts = facts.and(Fact.CODE, of.code());
        }
        String numbers = NumberRange.text(compared.missing());
        if (!numbers.isEmpty() && numbers.length() <= MOST_FACTS) {
            facts = facts.and(Fact.NUMBERS, numbers);
        }
        return facts;
    }

    private static String yuan(long fen) {
        return (fen < 0 ? "-" : "") + new Fen(Math.abs(fen)).yuan();
    }
}
