package io.yipiao.gateway.claim;

import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.alarm.Facts;
import io.yipiao.gateway.alarm.HospitalAlarm;
import io.yipiao.gateway.alarm.Subject;
import io.yipiao.gateway.intake.BillPlace;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.ledger.CrashPoint;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.verdict.RefusalCode;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Tells the ledger of every number that two contents bear, without waiting until somebody claims:
 * nobody is to be the first by silence. An attestation opens a content and takes nothing of it; the
 * second one the ledger answers with CONFLICT and keeps. In the same way a hospital's own content
 * takes the place of a bill that was claimed as one from elsewhere, whose shares it keeps.
 */
public final class Conflicts {
    private static final Logger LOG = System.getLogger(Conflicts.class.getName());

    /** What an administrator has to put in order before anything can be said of a bill. */
    private static final Set<RefusalCode> OUTAGES =
            EnumSet.of(
                    RefusalCode.NO_RULES,
                    RefusalCode.WRONG_KEY,
                    RefusalCode.FORBIDDEN,
                    RefusalCode.UNKNOWN_PAYER,
                    RefusalCode.SUSPENDED_PAYER);

    private static final String OFF_SERIES = RefusalCode.OFF_SERIES.name();

    /** The ledger opened the content, or does not take its number at all. */
    private static final Set<String> NO_CONFLICT = Set.of("ATTESTED", OFF_SERIES);

    private final Database database;
    private final ConflictStore store;
    private final Bills bills;
    private final Proposals proposals;
    private final Alarms alarms;

    Conflicts(Database database, Bills bills, LedgerClient ledger, Alarms alarms) {
        this.alarms = alarms;
        this.database = database;
        this.store = new ConflictStore(database);
        this.bills = bills;
        this.proposals = new Proposals(ledger);
    }

    /** One pass: compares what was anchored since the last one, and tells what it found. */
    public void pass() {
        while (store.compare() > 0) {
            // Until nothing is left to be compared.
        }
        try {
            for (BillIndex index : store.untold()) {
                tell(index);
            }
        } catch (LedgerUnavailable e) {
            LOG.log(Level.INFO, "conflicts wait for the ledger: {0}", e.getMessage());
        }
    }

    /**
     * Tells of each content once. Told again after a kill, the ledger gives the first answer again,
     * as the number of the report and its n are the same.
     */
    private void tell(BillIndex index) {
        String report = "CONFLICT-" + index.hex().substring(0, 24).toUpperCase(Locale.ROOT);
        List<UUID> contents = store.contents(index);
        for (int i = 0; i < contents.size(); i++) {
            BillPlace content = bills.place(contents.get(i)).orElseThrow();
            String outcome = say(content, report, i + 1);
            CrashPoint.CONFLICT_TOLD.pass();
            note(index, contents, content, outcome);
        }
    }

    /** The alarm stands with what the ledger said, and once, whoever closes it. */
    private void note(BillIndex index, List<UUID> contents, BillPlace content, String outcome) {
        database.changeInTransaction(tx -> {
            ConflictStore.told(tx, content.id(), outcome);
            if (outcome.equals(OFF_SERIES)) {
                BillId id = content.opening().core().id();
                HospitalAlarm.offSeries(content.issuer(), id.code(), id.number(), 1)
                        .raise(alarms, tx);
            }
            if (!NO_CONFLICT.contains(outcome)) {
                alarms.raiseOnce(
                        tx,
                        AlarmKind.CONFLICT,
                        Subject.bill(index.digest()),
                        Facts.of(Fact.BILL, contents.getFirst())
                                .and(Fact.OTHER_BILL, contents.getLast())
                                .and(Fact.BILL_NUMBER, content.opening().core().id())
                                .and(Fact.ISSUER, content.issuer()));
            }
        });
    }

    private String say(BillPlace content, String report, int n) {
        ShareCalls calls = new ShareCalls(Payer.BASIC.id(), report, n);
        try {
            var settled = proposals.settle(calls.attest(content, result(report)), endorsed -> {});
            return switch (Said.each(settled.id().hex(), Said.answers(settled.answer()))
                    .getFirst()) {
                case Said.Done done -> done.outcome();
                case Said.No no -> refused(no.code());
            };
        } catch (Refused e) {
            return refused(e.code());
        } catch (RaceLost e) {
            throw new LedgerUnavailable("many write this bill at this moment", e);
        }
    }

    private static String refused(RefusalCode code) {
        if (OUTAGES.contains(code)) {
            throw new LedgerUnavailable("the ledger takes no reports now: " + code);
        }
        return code.name();
    }

    /** In place of a calculation, of which there is none. */
    private static Digest result(String report) {
        return Sm3.of(("yipiao/conflict/1/" + report).getBytes(StandardCharsets.UTF_8));
    }
}
