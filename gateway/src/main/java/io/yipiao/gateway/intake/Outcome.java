package io.yipiao.gateway.intake;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;
import java.util.UUID;

/**
 * What became of one line of an upload. It holds no personal data: what a fault found is left out
 * where the field is a person's.
 */
public sealed interface Outcome {
    /** The line's number in the upload, from 1. */
    long line();

    /** The outcome as it is answered, and answered again. */
    Json.Members json();

    /**
     * The bill is stored, by this upload or by an earlier one.
     *
     * @param bill the gateway's name of it
     * @param known whether it was stored before
     */
    record Registered(long line, UUID bill, BillId id, boolean known) implements Outcome {
        @Override
        public Json.Members json() {
            return Json.object()
                    .put("line", line)
                    .put("outcome", known ? "KNOWN" : "REGISTERED")
                    .put("bill", bill.toString())
                    .put("code", id.code())
                    .put("number", id.number())
                    .end();
        }
    }

    /** The line was not taken. */
    record Refused(long line, Optional<BillId> id, FieldException fault) implements Outcome {
        @Override
        public Json.Members json() {
            Json.Writer out =
                    Json.object()
                            .put("line", line)
                            .put("outcome", "REFUSED")
                            .put("field", fault.field())
                            .put("expected", fault.expected());
            if (!isPersonal(fault.field())) {
                out.put("found", fault.found());
            }
            id.ifPresent(bill -> out.put("code", bill.code()).put("number", bill.number()));
            return out.end();
        }

        private static boolean isPersonal(String field) {
            return field.contains("patient") || field.contains("diagnos") || field.equals("line");
        }
    }
}
