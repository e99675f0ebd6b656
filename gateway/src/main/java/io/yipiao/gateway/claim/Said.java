package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.ArrayList;
import java.util.List;

/** What the ledger made of an operation. */
sealed interface Said {
    /**
     * It stands on the ledger.
     *
     * @param transaction the id of the transaction that carried it
     * @param answer the chaincode's, to this operation
     */
    record Done(String transaction, Json.Members answer) implements Said {
        String outcome() {
            return text(answer, "outcome");
        }

        BillIndex index() {
            try {
                return BillIndex.ofHex("index", answer.text("index"));
            } catch (FieldException e) {
                throw unreadable(e);
            }
        }
    }

    /** Its rules refused it, and nothing was written. */
    record No(RefusalCode code) implements Said {}

    /** What was said to each item of a committed call, in order; some may have been refused. */
    static List<Said> each(String transaction, List<Json.Members> answers) {
        List<Said> said = new ArrayList<>(answers.size());
        for (Json.Members answer : answers) {
            said.add(
                    text(answer, "outcome").equals("REFUSED")
                            ? new No(RefusalCode.valueOf(text(answer, "code")))
                            : new Done(transaction, answer));
        }
        return said;
    }

    /** The answers of a call on a list, one an item. */
    static List<Json.Members> answers(byte[] answer) {
        try {
            if (JsonReader.read(answer) instanceof Json.Items items) {
                return items.objects("answer");
            }
            throw new IllegalStateException("the ledger answers an operation with no list");
        } catch (FieldException e) {
            throw unreadable(e);
        }
    }

    private static String text(Json.Members answer, String field) {
        try {
            return answer.text(field);
        } catch (FieldException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(FieldException e) {
        return new IllegalStateException("the ledger's answer does not read: " + e.getMessage(), e);
    }
}
