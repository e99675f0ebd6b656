package io.yipiao.gateway.claim;

import io.yipiao.gateway.claim.Settlement.Kind;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What payers want back (追款): the list of it, and how it is closed. What is recorded is brought to
 * the ledger at once or later; the ledger's answer is what counts.
 */
public final class Recoveries {
    private static final int MOST = 200;

    private final Database database;
    private final ClaimStore store;
    private final ClaimQueue queue;
    private final ClaimProgress progress;
    private final OwedStore owed;
    private final SettlementStore settlements;
    private final RecoveryFiles files;

    Recoveries(
            Database database,
            ClaimStore store,
            ClaimQueue queue,
            ClaimProgress progress,
            AfterStamp after) {
        this.database = database;
        this.store = store;
        this.queue = queue;
        this.progress = progress;
        this.owed = after.owed();
        this.settlements = after.settlements();
        this.files = new RecoveryFiles(owed, settlements);
    }

    /** What is still wanted back, the oldest first, at most 200. */
    public List<Recovery> open() {
        return database.with(handle ->
                handle
                        .createQuery(
                                """
                                SELECT claim FROM recovery WHERE owed_fen > netted_fen + closed_fen
                                GROUP BY claim ORDER BY min(since), claim LIMIT :most
                                """)
                        .bind("most", MOST)
                        .mapTo(String.class)
                        .map(ClaimNumber::new)
                        .list()
                        .stream()
                        .flatMap(number -> files.of(handle, number).stream())
                        .toList());
    }

    /** What was wanted back of a claim, if anything ever was. */
    public Optional<Recovery> of(ClaimNumber number) {
        return database.with(handle -> files.of(handle, number));
    }

    /** By what the payment of a claim is less, as it pays off what is wanted back of others. */
    public List<Settlement> against(ClaimNumber number) {
        return database.with(handle -> settlements.against(handle, number));
    }

    /**
     * What a payment of the claim comes to: what is stamped, less what is set off against it. The
     * same in whatever transaction the payment is made.
     */
    public Fen payable(Handle handle, ClaimNumber number) {
        Fen stamped = ClaimStore.find(handle, number).flatMap(Claim::held).orElse(Fen.ZERO);
        return settlements.against(handle, number).stream()
                .map(Settlement::fen)
                .reduce(stamped, (left, off) -> left.minus(off.atMost(left)));
    }

    /**
     * Records how a recovery, or a part of it, is closed. The same under the same key again is done
     * once.
     *
     * @param key the client's name for it, not blank
     */
    public Settled settle(Clerk clerk, ClaimNumber number, Closing closing, String key) {
        Settled settled = database.inTransaction(tx -> settle(tx, clerk, number, closing, key));
        if (settled instanceof Settled.Done && queue.lease(number)) {
            progress.lead(number, ClaimProgress.PATIENCE);
        }
        return settled instanceof Settled.Done ? new Settled.Done(view(number)) : settled;
    }

    private Settled settle(
            Handle tx, Clerk clerk, ClaimNumber number, Closing closing, String key) {
        Optional<Claim> locked = store.lock(tx, number);
        Optional<Recovery> now = files.of(tx, number);
        if (locked.isEmpty() || now.isEmpty()) {
            return new Settled.Unknown();
        }
        Claim claim = locked.get();
        if (clerk.person().equals(claim.claimant()) || clerk.person().equals(claim.patient())) {
            return new Settled.OwnClaim();
        }
        if (settlements.isKnown(tx, number, key) || isOrdered(tx, clerk, number, closing)) {
            return new Settled.Done(now.get());
        }
        Optional<Settled> not = no(tx, clerk, claim, closing, now.get());
        return not.orElseGet(() -> record(tx, clerk, claim, closing, key, now.get()));
    }

    /** A set-off is an order and no part: the same clerk's in the same words is one order. */
    private boolean isOrdered(Handle tx, Clerk clerk, ClaimNumber number, Closing closing) {
        return closing.kind() == Kind.OFFSET
                && owed.of(tx, number).stream()
                        .flatMap(one -> one.fromNext().stream())
                        .anyMatch(order ->
                                order.clerk().person().equals(clerk.person())
                                        && order.note().equals(closing.note()));
    }

    private Optional<Settled> no(
            Handle tx, Clerk clerk, Claim claim, Closing closing, Recovery now) {
        if (closing.kind() == Kind.WRITTEN_OFF) {
            if (!clerk.supervisor()) {
                return Optional.of(new Settled.ForSupervisor());
            }
            if (isDecider(tx, clerk, claim)) {
                return Optional.of(new Settled.OwnDecision());
            }
            if (now.pending().isPresent()) {
                return Optional.of(new Settled.AlreadyAsked(now));
            }
        }
        return claim.state() == ClaimState.RECOVERING
                ? Optional.empty()
                : Optional.of(new Settled.NotOwed(now));
    }

    private boolean isDecider(Handle tx, Clerk clerk, Claim claim) {
        return settlements
                .decider(tx, claim.number())
                .filter(decider -> Arrays.equals(decider, Persons.bytes(clerk.person())))
                .isPresent();
    }

    private Settled record(
            Handle tx, Clerk clerk, Claim claim, Closing closing, String key, Recovery now) {
        if (closing.kind() == Kind.OFFSET) {
            owed.fromNext(tx, claim.number(), clerk, closing.note());
            return new Settled.Done(now);
        }
        Fen wanted = closing.fen().orElseThrow();
        for (Owed one : owed.of(tx, claim.number())) {
            Fen free = SettleStep.free(one, now.parts());
            if (wanted.compareTo(free) <= 0) {
                settlements.record(
                        tx,
                        claim,
                        new SettlementStore.Part(
                                one.bill(),
                                closing.kind(),
                                wanted,
                                Optional.empty(),
                                closing.note(),
                                clerk,
                                key));
                return new Settled.Done(now);
            }
        }
        return new Settled.TooMuch(most(tx, claim, now));
    }

    /** What can be closed at once: of one bill after another, where it is wanted of several. */
    private Fen most(Handle tx, Claim claim, Recovery now) {
        return owed.of(tx, claim.number()).stream()
                .map(one -> SettleStep.free(one, now.parts()))
                .max(Fen::compareTo)
                .orElse(Fen.ZERO);
    }

    private Recovery view(ClaimNumber number) {
        return of(number).orElseThrow();
    }
}
