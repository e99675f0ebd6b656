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
import java.util.regex.Pattern;

/** A key's former values: {@code key} → {@code [{transaction, time, value}, …]}, newest first. */
public final class KeyHistory implements Query {
    private static final Pattern KEY = Pattern.compile("[a-z]+(/[0-9a-z-]+){0,2}");

    @Override
    public Json answer(Proposal proposal, LedgerState state, IndexKeys keys) throws FieldException {
        proposal.expect(1);
        String key = proposal.text(1);
        if (!KEY.matcher(key).matches()) {
            throw new FieldException("key", "a key such as bill/<index>", key);
        }
        List<Json> changes = new ArrayList<>();
        for (History.Change change : state.history(key)) {
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
