package io.yipiao.chaincode.query;

import io.yipiao.chaincode.state.History;
import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.chaincode.state.LedgerState;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A key's former values: {@code key} → {@code [{transaction, time, value}, …]}, newest first. */
public final class KeyHistory implements Query {

    @Override
    public Json answer(Proposal proposal, LedgerState state, IndexKeys keys) throws FieldException {
        proposal.expect(1);
        List<Json> changes = new ArrayList<>();
        for (History.Change change : state.history(proposal.text(1))) {
            changes.add(
                    Json.object()
                            .put("transaction", change.transactionId())
                            .put("time", change.time().toString())
                            .put(
                                    "value",
                                    JsonReader.read(
                                            change.value().getBytes(StandardCharsets.UTF_8)))
                            .end());
        }
        return new Json.Items(changes);
    }
}
