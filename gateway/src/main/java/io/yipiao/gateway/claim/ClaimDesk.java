package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Benefit;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;

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
 * @param recovery leads on what was left; not started yet
 */
public record ClaimDesk(
        InsuredRegistry insured,
        PayeeAccounts accounts,
        Mandates mandates,
        ClaimService service,
        Decisions decisions,
        Claims claims,
        ClaimRecovery recovery) {

    /** How often claims that nobody works at are looked for. */
    private static final Duration EVERY = Duration.ofSeconds(2);

    public static ClaimDesk open(
            Database database,
            Secrets secrets,
            Bills bills,
            LedgerClient ledger,
            Benefit benefit,
            Clock clock) {
        InsuredRegistry insured = new InsuredRegistry(database, secrets);
        PayeeAccounts accounts = new PayeeAccounts(database, secrets, insured, clock);
        Mandates mandates = new Mandates(database, clock);
        ClaimStore store = new ClaimStore(database, clock);
        ClaimQueue queue = new ClaimQueue(database);
        DecisionStore decided = new DecisionStore(clock);
        LedgerWork work = new LedgerWork(ledger, store);
        Refusals refusals = new Refusals(work, bills);
        Computation computation = new Computation(benefit, insured);
        ClaimProgress progress =
                new ClaimProgress(
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
                                work),
                        new HoldStep(database, bills, store, work, refusals),
                        new StampStep(database, bills, store, work, refusals),
                        new ReleaseStep(store, work),
                        new ProveStep(database, store, new Receipts(clock), work));
        Claims claims = new Claims(database);
        return new ClaimDesk(
                insured,
                accounts,
                mandates,
                new ClaimService(
                        database,
                        bills,
                        secrets.people(),
                        insured,
                        accounts,
                        mandates,
                        store,
                        progress,
                        claims),
                new Decisions(
                        database, bills, computation, store, queue, decided, progress, claims),
                claims,
                new ClaimRecovery(queue, progress, EVERY));
    }
}
