package io.yipiao.gateway.intake;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.reader.Json;

import java.util.List;
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
     * @param conflicting whether another content of the same bill was stored before; both go to the
     *     ledger, which shows a conflict once both are opened
     */
    record Registered(long line, UUID bill, BillId id, boolean known, boolean conflicting)
            implements Outcome {
        private static final String ADVICE =
                "Another content of this bill is registered. Both are kept, and neither can be"
                        + " reimbursed until the conflict is settled.";

        static Registered fresh(ReadyBill bill, boolean conflicting) {
            return new Registered(bill.line(), bill.id(), bill.identity(), false, conflicting);
        }

        static Registered known(ReadyBill bill, UUID name) {
            return new Registered(bill.line(), name, bill.identity(), true, false);
        }

        @Override
        public Json.Members json() {
            Json.Writer out =
                    Json.object()
                            .put("line", line)
                            .put("outcome", known ? "ALREADY" : "ACCEPTED")
                            .put("bill", bill.toString())
                            .put("identity", CanonicalForm.id(id));
            return conflicting ? out.put("conflict", true).put("advice", ADVICE).end() : out.end();
        }
    }

    /**
     * The line was not taken.
     *
     * @param advice what to do about it
     */
    record Refused(long line, Optional<BillId> id, FieldException fault, String advice)
            implements Outcome {
        private static final String CORRECT =
                "Correct this bill and send it again; the others are kept.";

        Refused(long line, Optional<BillId> id, FieldException fault) {
            this(line, id, fault, CORRECT);
        }

        @Override
        public Json.Members json() {
            Json.Writer out =
                    Json.object()
                            .put("line", line)
                            .put("outcome", "REFUSED")
                            .put("errors", List.of(error()));
            id.ifPresent(bill -> out.put("identity", CanonicalForm.id(bill)));
            return out.end();
        }

        private Json.Members error() {
            return Json.object()
                    .put("field", fault.field())
                    .put("expected", fault.expected())
                    .put("found", isPersonal(fault.field()) ? "(not shown)" : fault.found())
                    .put("advice", advice)
                    .end();
        }

        private static boolean isPersonal(String field) {
            return field.contains("patient") || field.contains("diagnos") || field.equals("line");
        }
    }
}
