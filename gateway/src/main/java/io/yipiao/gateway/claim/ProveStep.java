package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.Proved;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.watch.Payments;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.Optional;

/**
 * STAMPED, and PROVED once a red bill is heard of: fetches the receipt and keeps it with the step
 * that follows from it. A bill that was taken back between stamp and receipt leads to RECOVERING,
 * and nothing of it is paid. While payments are frozen a stamped claim waits here.
 */
final class ProveStep {
    private final Database database;
    private final ClaimStore store;
    private final Receipts receipts;
    private final LedgerWork ledger;
    private final Payments payments;

    ProveStep(
            Database database,
            ClaimStore store,
            Receipts receipts,
            LedgerWork ledger,
            Payments payments) {
        this.database = database;
        this.store = store;
        this.receipts = receipts;
        this.ledger = ledger;
        this.payments = payments;
    }

    Optional<Claim> take(Claim claim) {
        if (claim.state() == ClaimState.STAMPED && !payments.mayPrepare()) {
            return Optional.empty();
        }
        Proved proved = ledger.prove(claim);
        String state = state(claim, proved);
        ClaimState next = state.equals("STAMPED") ? ClaimState.PROVED : ClaimState.RECOVERING;
        if (next == claim.state()) {
            return Optional.empty();
        }
        return database.inTransaction(tx -> {
            if (next == ClaimState.PROVED && !payments.mayLeave(tx)) {
                return Optional.empty();
            }
            receipts.keep(tx, claim, state, proved);
            return Optional.of(store.move(tx, claim, Move.byLedger(next, "")));
        });
    }

    /** The state of the share that was proved, which must be this claim's with this result. */
    private static String state(Claim claim, Proved proved) {
        try {
            Json.Members share = JsonReader.readObject(proved.answer()).object("share");
            SheetResult result = claim.computed();
            boolean same =
                    share.text("payer").equals(claim.payer())
                            && share.text("claim").equals(claim.number().text())
                            && share.whole("fen") == result.sheet().fund().value()
                            && share.text("result").equals(result.digest().hex());
            if (!same) {
                throw new IllegalStateException(
                        "the ledger proves another share than claim " + claim.number() + "'s");
            }
            return share.text("state");
        } catch (FieldException e) {
            throw new IllegalStateException("a proof does not read: " + e.getMessage(), e);
        }
    }
}
