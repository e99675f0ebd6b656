package io.yipiao.gateway.anchor;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.OutboxEntry;
import io.yipiao.verifier.reader.Json;

import java.util.List;
import java.util.UUID;

/**
 * Entries of one kind that travel in one transaction.
 *
 * @param lease by which this gateway holds them for a while
 */
record Consignment(OutboxEntry.Kind kind, UUID lease, List<QueuedEntry> entries) {
    Consignment {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("nothing to send");
        }
    }

    List<Long> ids() {
        return entries.stream().map(QueuedEntry::id).toList();
    }

    /** The bulk call: leaves are arguments after the list, openings are secrets. */
    Call call() {
        Json items = new Json.Items(entries.stream().map(QueuedEntry::item).toList());
        Call call = Call.of(Caller.INTAKE, kind.function()).with(items);
        for (int i = 0; i < entries.size(); i++) {
            byte[] content = entries.get(i).content().toByteArray();
            call =
                    switch (kind) {
                        case ANCHOR -> call.with(content);
                        case REVERSE, EXCHANGE -> call.withSecret("open/" + i, content);
                    };
        }
        return call;
    }
}
