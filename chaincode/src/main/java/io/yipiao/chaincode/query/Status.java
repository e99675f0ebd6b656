package io.yipiao.chaincode.query;

import io.yipiao.chaincode.record.LedgerBill;
import io.yipiao.chaincode.record.Records;
import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.chaincode.state.LedgerState;
import io.yipiao.chaincode.state.Overlay;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bills by index: {@code [index, …]} → for each the bill's value, or null if there is none. */
public final class Status implements Query {

    @Override
    public Json answer(Proposal proposal, LedgerState state, IndexKeys keys) throws FieldException {
        proposal.expect(1);
        Records records = new Records(Overlay.over(state));
        List<Json> values = new ArrayList<>();
        for (String index : proposal.list().texts("index")) {
            Optional<LedgerBill> bill = records.bill(BillIndex.ofHex("index", index));
            values.add(bill.<Json>map(LedgerBill::json).orElseGet(Json.Nothing::new));
        }
        return new Json.Items(values);
    }
}
