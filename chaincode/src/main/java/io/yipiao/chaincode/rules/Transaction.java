package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.Records;
import io.yipiao.chaincode.record.Rules;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.chaincode.state.LedgerState;
import io.yipiao.chaincode.state.Overlay;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.IndexKey;
import io.yipiao.verifier.verdict.RefusalCode;

import java.time.Instant;
import java.util.Optional;

/** What a rule works with while one transaction, or one item of it, is carried out. */
public final class Transaction {
    private final Overlay overlay;
    private final Records records;
    private final Rules rules;
    private final Caller caller;
    private final Instant time;
    private final IndexKeys keys;

    private Transaction(Overlay overlay, Rules rules, Caller caller, Instant time, IndexKeys keys) {
        this.overlay = overlay;
        this.records = new Records(overlay);
        this.rules = rules;
        this.caller = caller;
        this.time = time;
        this.keys = keys;
    }

    /** Begins a transaction. Every one reads the rules, so that a change of them outdates it. */
    public static Transaction on(LedgerState state, IndexKeys keys) {
        Overlay overlay = Overlay.over(state);
        Rules rules = new Records(overlay).rules();
        return new Transaction(overlay, rules, state.caller(), state.time(), keys);
    }

    /** A part of this transaction, whose writes stay its own until they are kept. */
    public Transaction part() {
        return new Transaction(overlay.nested(), rules, caller, time, keys);
    }

    /** Hands the writes to the transaction this is a part of, or to the ledger. */
    public void keep() {
        overlay.keep();
    }

    public Records records() {
        return records;
    }

    /** The rules as they stood when the transaction began; version 0 if there are none. */
    public Rules rules() {
        return rules;
    }

    public Caller caller() {
        return caller;
    }

    /** To be recorded, never to be decided by: the client chose it. */
    public Instant time() {
        return time;
    }

    /**
     * Refuses WRONG_KEY if this endorser's index key for a bill's year is not the ledger's. A year
     * that the ledger does not know is no fault of the endorser.
     */
    public void compareKey(BillId id) throws Refusal {
        Optional<String> check = rules.indexKey(id.year());
        if (check.isPresent() && !check.equals(keys.ofYear(id.year()).map(IndexKey::check))) {
            throw new Refusal(
                    RefusalCode.WRONG_KEY,
                    "this endorser does not have the ledger's index key of year " + id.year());
        }
    }

    /** A bill's place on the ledger, none if the ledger has no index key for its year. */
    public Optional<BillIndex> findIndex(BillId id) throws Refusal {
        compareKey(id);
        return rules.indexKey(id.year())
                .flatMap(check -> keys.ofYear(id.year()))
                .map(key -> key.index(id));
    }

    /** A bill's place on the ledger, in a year that the ledger has an index key for. */
    public BillIndex index(BillId id) throws Refusal {
        Optional<BillIndex> index = findIndex(id);
        if (index.isEmpty()) {
            throw new Refusal(
                    RefusalCode.BAD_OPENING,
                    "the ledger has no index key for the year " + id.year() + " of this bill");
        }
        return index.get();
    }
}
