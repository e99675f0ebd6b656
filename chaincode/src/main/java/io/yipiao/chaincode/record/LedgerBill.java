package io.yipiao.chaincode.record;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

/** Key {@code bill/<index>}: what the ledger knows of a bill. */
public sealed interface LedgerBill permits AwaitingBill, OpenedBill, AliasBill {

    static LedgerBill read(Json.Members value) throws FieldException {
        if (value.has("aliasOf")) {
            return AliasBill.read(value);
        }
        return value.text("state").equals(AwaitingBill.STATE)
                ? AwaitingBill.read(value)
                : OpenedBill.read(value);
    }

    Json.Members json();
}
