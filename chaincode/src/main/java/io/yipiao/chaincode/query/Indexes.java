package io.yipiao.chaincode.query;

import io.yipiao.chaincode.rules.Transaction;
import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.chaincode.state.LedgerState;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Places of bills: transient {@code identities}, 11 bytes each → {@code [index, …]}, null for a
 * bill of a year that the ledger has no index key for.
 */
public final class Indexes implements Query {

    @Override
    public Json answer(Proposal proposal, LedgerState state, IndexKeys keys)
            throws FieldException, Refusal {
        proposal.expect(0);
        Transaction transaction = Transaction.on(state, keys);
        List<Json> indexes = new ArrayList<>();
        for (BillId id : identities(proposal.secret("identities"))) {
            Optional<BillIndex> index = transaction.findIndex(id);
            indexes.add(
                    index.<Json>map(found -> new Json.Text(found.hex()))
                            .orElseGet(Json.Nothing::new));
        }
        return new Json.Items(indexes);
    }

    private static List<BillId> identities(byte[] bytes) throws FieldException {
        if (bytes.length % IdentityBytes.LENGTH != 0) {
            throw new FieldException("identities", "11 bytes each", bytes.length + " bytes");
        }
        List<BillId> identities = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += IdentityBytes.LENGTH) {
            identities.add(
                    IdentityBytes.parse(Arrays.copyOfRange(bytes, at, at + IdentityBytes.LENGTH)));
        }
        return identities;
    }
}
