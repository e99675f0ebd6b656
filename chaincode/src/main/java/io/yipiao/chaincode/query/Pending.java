package io.yipiao.chaincode.query;

import io.yipiao.chaincode.record.PendingCall;
import io.yipiao.chaincode.record.Records;
import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.chaincode.state.LedgerState;
import io.yipiao.chaincode.state.Overlay;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;

/**
 * A call that waits for a second administrator: {@code digest} → the call, or null if none does.
 */
public final class Pending implements Query {

    @Override
    public Json answer(Proposal proposal, LedgerState state, IndexKeys keys) throws FieldException {
        proposal.expect(1);
        Records records = new Records(Overlay.over(state));
        Optional<PendingCall> call = records.pending(Digest.ofHex("digest", proposal.text(1)));
        return call.filter(found -> found.waitsUnder(records.rules()))
                .<Json>map(PendingCall::json)
                .orElseGet(Json.Nothing::new);
    }
}
