package io.yipiao.gateway.claim;

import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.benefit.Benefit;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.ClaimedBills;
import io.yipiao.gateway.intake.IndexSource;
import io.yipiao.gateway.intake.Papers;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.screen.Screen;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.watch.Payments;

import java.time.Clock;
import java.time.Duration;

/**
 * All that works on claims, put together once for a gateway.
 *
 * @param insured whom the insurance knows
 * @param accounts where benefits are paid
 * @param mandates who acts for whom
 * @param service takes claims
 * @param decisions takes clerks' decisions
 * @param claims shows claims
 * @param supplements shows what clerks asked for
 * @param clocks when claims' clocks ran
 * @param estimates says beforehand what a bill would give
 * @param recoveries what is wanted back
 * @param corrections takes stamps back and raises them
 * @param suspicions which bills were anchored when their key may have been in other hands
 * @param recovery leads on what was left; not started yet
 * @param elsewhere takes bills that were issued elsewhere
 * @param questions asks for what is missing of such bills
 * @param conflicts tells the ledger of numbers that two contents bear
 * @param attestations notes payments that take nothing of a bill
 */
public record ClaimDesk(
        InsuredRegistry insured,
        PayeeAccounts accounts,
        Mandates mandates,
        ClaimService service,
        Decisions decisions,
        Claims claims,
        Supplements supplements,
        Clocks clocks,
        Estimates estimates,
        Recoveries recoveries,
        Corrections corrections,
        Suspicions suspicions,
        ClaimRecovery recovery,
        Elsewhere elsewhere,
        ElsewhereQuestions questions,
        Conflicts conflicts,
        Attestations attestations) {

    /** How often claims that nobody works at are looked for. */
    private static final Duration EVERY = Duration.ofSeconds(2);

    public static ClaimDesk open(
            Database database,
            Secrets secrets,
            Bills bills,
            LedgerClient ledger,
            Benefit benefit,
            Screen screen,
            Clock clock) {
        InsuredRegistry insured = new InsuredRegistry(database, secrets);
        PayeeAccounts accounts = new PayeeAccounts(database, secrets, insured, clock);
        Mandates mandates = new Mandates(database, clock);
        ClaimStore store = new ClaimStore(database, clock);
        ClaimQueue queue = new ClaimQueue(database);
        Claims claims = new Claims(database);
        Papers papers = new Papers(database, bills);
        Reviews reviews = new Reviews(clock);
        ElsewhereStore filings = new ElsewhereStore(secrets.personal());
        Supplements supplements =
                new Supplements(database, secrets.personal(), claims, filings, clock);
        DecisionStore decided = new DecisionStore(clock);
        LedgerWork work = new LedgerWork(ledger, store);
        Computation computation = new Computation(benefit, insured);
        AfterStamp after =
                AfterStamp.of(
                        database, bills, computation, store, work, new Payments(database), clock);
        Alarms alarms = new Alarms(database, clock);
        Refusals refusals = new Refusals(work, bills, database, after.replacements(), alarms);
        LedgerView view = new LedgerView(database);
        Suspicions suspicions = new Suspicions(database, bills, view);
        ClaimProgress progress =
                new ClaimProgress(
                        database,
                        store,
                        queue,
                        new ComputeStep(
                                database,
                                bills,
                                benefit,
                                computation,
                                accounts,
                                store,
                                decided,
                                work,
                                screen,
                                alarms,
                                suspicions),
                        new ShareStep(bills, store, work, refusals),
                        new ReviewStep(database, store, reviews, supplements),
                        new ReleaseStep(store, work),
                        after);
        Wishes wishes = new Wishes(database, store, queue, reviews, supplements, progress, claims);
        ClaimService service =
                new ClaimService(
                        database,
                        bills,
                        papers,
                        secrets.people(),
                        insured,
                        accounts,
                        mandates,
                        store,
                        progress,
                        wishes,
                        claims);
        Judgement judgement = new Judgement(computation, store, decided);
        Bench bench = new Bench(store, decided, reviews, supplements, judgement, screen);
        return new ClaimDesk(
                insured,
                accounts,
                mandates,
                service,
                new Decisions(database, bills, store, queue, bench, judgement, progress, claims),
                claims,
                supplements,
                new Clocks(database),
                new Estimates(database, bills, papers, secrets.people(), computation, view, clock),
                new Recoveries(database, store, queue, progress, after),
                new Corrections(
                        database, bills, computation, store, queue, progress, claims, after),
                suspicions,
                new ClaimRecovery(queue, progress, EVERY),
                new Elsewhere(
                        database,
                        bills,
                        new ClaimedBills(secrets.personal(), secrets.people()),
                        new IndexSource(ledger),
                        insured,
                        mandates,
                        service,
                        filings,
                        store,
                        progress),
                new ElsewhereQuestions(database, filings, supplements, store),
                new Conflicts(database, bills, ledger, alarms),
                new Attestations(bills, papers, ledger));
    }
}
