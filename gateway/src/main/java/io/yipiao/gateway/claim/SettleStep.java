package io.yipiao.gateway.claim;

import io.yipiao.gateway.claim.Settlement.Kind;
import io.yipiao.gateway.claim.Settlement.State;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Optional;

/**
 * RECOVERING: brings what was recorded to the ledger, one part after another, fetches the receipt
 * of each, and ends the recovery when nothing is wanted any more.
 */
final class SettleStep {
    private final Database database;
    private final ClaimStore store;
    private final OwedStore owed;
    private final SettlementStore settlements;
    private final Receipts receipts;
    private final LedgerWork ledger;
    private final WriteOffs writeOffs;

    SettleStep(
            Database database,
            ClaimStore store,
            OwedStore owed,
            SettlementStore settlements,
            Receipts receipts,
            LedgerWork ledger,
            WriteOffs writeOffs) {
        this.database = database;
        this.store = store;
        this.owed = owed;
        this.settlements = settlements;
        this.receipts = receipts;
        this.ledger = ledger;
        this.writeOffs = writeOffs;
    }

    /** Does the next thing and gives the claim as it is then; nothing if nothing is to be done. */
    Optional<Claim> take(Claim claim) {
        Optional<Settlement> due = database.with(h -> settlements.due(h, claim.number()));
        if (due.isEmpty()) {
            return writeOffs.follow(claim) ? Optional.of(claim) : Optional.empty();
        }
        Settlement part = due.get();
        if (part.state() == State.ON_LEDGER) {
            return close(claim, part);
        }
        if (part.kind() == Kind.WRITTEN_OFF) {
            writeOffs.ask(claim, part);
            return Optional.of(claim);
        }
        return Optional.of(recover(claim, part));
    }

    private Claim recover(Claim claim, Settlement part) {
        ShareCalls calls = new ShareCalls(claim.payer(), claim.number().text(), part.n());
        Call call = calls.recover(owed(claim, part).index(), part.fen(), part.kind().name());
        Carried carried =
                ledger.put(
                        claim,
                        call,
                        done ->
                                Move.byLedger(ClaimState.RECOVERING, done.transaction())
                                        .with(tx -> onLedger(tx, claim, part)));
        return switch (carried) {
            case Carried.Arrived arrived -> arrived.claim();
            case Carried.TurnedAway no ->
                    throw new IllegalStateException(
                            "claim %s wants back what the ledger does not: %s"
                                    .formatted(claim.number(), no.code()));
        };
    }

    private void onLedger(Handle tx, Claim claim, Settlement part) {
        settlements.move(tx, claim, part, State.ON_LEDGER);
        owed.closed(tx, part.claim(), part.bill(), part.fen());
        settlements.lapse(tx, find(owed.of(tx, part.claim()), part));
    }

    /** Peers that do not have it yet are asked again in the next pass. */
    private Optional<Claim> close(Claim claim, Settlement part) {
        Owed its = owed(claim, part);
        ProvedShares shares = ledger.prove(claim, its.index());
        if (!shares.in("RECOVERING").equals(its.open())) {
            return Optional.empty();
        }
        return Optional.of(
                database.inTransaction(tx -> {
                    receipts.keep(tx, claim, part.bill(), shares);
                    settlements.move(tx, claim, part, State.CLOSED);
                    ClaimState next = Settlements.after(tx, claim, owed);
                    return next == ClaimState.RECOVERING
                            ? claim
                            : store.move(tx, claim, Move.byLedger(next, ""));
                }));
    }

    private Owed owed(Claim claim, Settlement part) {
        return find(database.with(handle -> owed.of(handle, claim.number())), part);
    }

    static Owed find(List<Owed> all, Settlement part) {
        return all.stream().filter(one -> one.bill().equals(part.bill())).findFirst().orElseThrow();
    }

    /** What is open and not on its way to be closed. */
    static Fen free(Owed owed, List<Settlement> parts) {
        Fen under =
                parts.stream()
                        .filter(part -> part.bill().equals(owed.bill()))
                        .filter(part -> part.state() == State.RECORDED)
                        .map(Settlement::fen)
                        .reduce(Fen.ZERO, Fen::plus);
        return owed.open().minus(under.atMost(owed.open()));
    }
}
