package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.Act;
import io.yipiao.chaincode.record.ShareTransition;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;

/**
 * What a call on shares answers. It is made of the act alone, so that a retry gets the same bytes.
 */
final class ShareAnswer {
    private ShareAnswer() {}

    /** {@code {outcome, index, fen}}, and of a bill that was opened its state. */
    static Json.Members of(Act act, BillIndex index) {
        Json.Writer out =
                Json.object()
                        .put("outcome", outcome(act))
                        .put("index", index.hex())
                        .put("fen", act.fen().value());
        // A share begins on an OPEN bill only.
        if (ShareTransition.first(act.operation()).isPresent()) {
            out.put("state", "OPEN");
        }
        return out.end();
    }

    static Json.Members conflict(BillIndex index) {
        return Json.object().put("outcome", "CONFLICT").put("index", index.hex()).end();
    }

    /** The state that the operation led to: the one it begins a share in, or moves it to. */
    private static String outcome(Act act) {
        return act.to()
                .or(() -> ShareTransition.first(act.operation()))
                .orElseGet(() -> ShareTransition.targets(act.operation()).getFirst())
                .name();
    }
}
