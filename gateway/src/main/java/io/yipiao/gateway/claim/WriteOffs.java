package io.yipiao.gateway.claim;

import io.yipiao.gateway.claim.Settlement.State;
import io.yipiao.gateway.ledger.CrashPoint;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.Optional;

/**
 * Write-offs (核销): Insurance's administrator asks for them on the ledger, where they wait until
 * another organisation confirms; its block is what ends the waiting.
 */
final class WriteOffs {
    private final Database database;
    private final OwedStore owed;
    private final SettlementStore settlements;
    private final LedgerWork ledger;

    WriteOffs(Database database, OwedStore owed, SettlementStore settlements, LedgerWork ledger) {
        this.database = database;
        this.owed = owed;
        this.settlements = settlements;
        this.ledger = ledger;
    }

    /** Asks for a write-off that was recorded. Asked again it changes nothing. */
    void ask(Claim claim, Settlement part) {
        Owed its = SettleStep.find(database.with(handle -> owed.of(handle, claim.number())), part);
        ShareCalls calls = new ShareCalls(claim.payer(), claim.number().text(), part.n());
        String reason = "recovery of claim " + claim.number() + " given up";
        try {
            byte[] answer = ledger.settle(calls.writeOff(its.index(), part.fen(), reason));
            CrashPoint.WRITE_OFF_ASKED.pass();
            Optional<String> digest = digest(answer);
            if (digest.isPresent()) {
                database.changeInTransaction(
                        tx -> settlements.move(tx, claim, part, State.PENDING, digest));
            } else {
                confirmed(claim, part);
            }
        } catch (Refused e) {
            database.changeInTransaction(tx -> settlements.move(tx, claim, part, State.LAPSED));
        }
    }

    /** Looks whether the ledger has what was asked for. */
    boolean follow(Claim claim) {
        Optional<Settlement> pending =
                database.with(handle -> settlements.pending(handle, claim.number()));
        if (pending.isEmpty() || !isConfirmed(claim, pending.get())) {
            return false;
        }
        confirmed(claim, pending.get());
        return true;
    }

    private void confirmed(Claim claim, Settlement part) {
        database.changeInTransaction(tx -> {
            settlements.move(tx, claim, part, State.ON_LEDGER);
            owed.closed(tx, part.claim(), part.bill(), part.fen());
        });
    }

    /** Whether as much is written off in the projected blocks as was here, and this. */
    private boolean isConfirmed(Claim claim, Settlement part) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT coalesce(sum(s.fen), 0) >= :fen + (SELECT coalesce(sum(d.fen), 0) FROM settlement d
                                    WHERE d.claim = r.claim AND d.bill = r.bill AND d.kind = 'WRITTEN_OFF'
                                        AND d.state IN ('ON_LEDGER', 'CLOSED'))
                                FROM recovery r LEFT JOIN ledger_share s ON s.bill_index = r.bill_index
                                    AND s.claim = r.claim AND s.payer = :payer AND s.state = 'WRITTEN_OFF'
                                WHERE r.claim = :claim AND r.bill = :bill
                                GROUP BY r.claim, r.bill
                                """)
                        .bind("fen", part.fen().value())
                        .bind("payer", claim.payer())
                        .bind("claim", part.claim().text())
                        .bind("bill", part.bill())
                        .mapTo(Boolean.class)
                        .one());
    }

    private static Optional<String> digest(byte[] answer) {
        try {
            Json.Members members = JsonReader.readObject(answer);
            return members.optionalText("digest");
        } catch (FieldException e) {
            throw new IllegalStateException("the ledger's answer to writeOff does not read", e);
        }
    }
}
