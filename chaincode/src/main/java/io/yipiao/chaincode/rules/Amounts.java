package io.yipiao.chaincode.rules;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

/** Reads the member {@code fen} of an item: whole fen, at least one. */
final class Amounts {
    private Amounts() {}

    static Fen read(Json.Members item) throws FieldException {
        Fen fen = Fen.of("fen", item.whole("fen"));
        if (fen.isZero()) {
            throw new FieldException("fen", "more than 0", "0");
        }
        return fen;
    }
}
