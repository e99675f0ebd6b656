package io.yipiao.network.bench.row;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.LedgerClient;

import java.util.concurrent.atomic.AtomicLong;

/** Transactions of a chaincode without logic, that carry and write as much as ours do. */
final class BareCalls {
    /** As a stamped bill's state with one share. */
    private static final byte[] VALUE = new byte[420];

    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

    private final LedgerClient ledger;

    BareCalls(LedgerClient ledger) {
        this.ledger = ledger;
    }

    /** Reads and writes so many keys that nobody else has, and carries these bytes. */
    void put(int keys, byte[] carried) throws Exception {
        Call call = Call.of(Caller.INTAKE, "put");
        for (int i = 0; i < keys; i++) {
            call = call.with("bare/" + KEYS.incrementAndGet()).with(VALUE);
        }
        submit(ledger, carried.length == 0 ? call : call.with(carried));
    }

    static void submit(LedgerClient ledger, Call call) throws Exception {
        Commit commit = ledger.submit(ledger.endorse(call).envelope());
        if (!(commit instanceof Commit.Committed)) {
            throw new IllegalStateException(call + " ended as " + commit);
        }
    }
}
