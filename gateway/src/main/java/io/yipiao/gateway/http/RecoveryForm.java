package io.yipiao.gateway.http;

import io.yipiao.gateway.claim.Recovery;
import io.yipiao.gateway.claim.Settlement;
import io.yipiao.gateway.claim.Settlement.Kind;
import io.yipiao.verifier.reader.Json;

/** What is wanted back as the contract's {@code Recovery}. */
final class RecoveryForm {
    private RecoveryForm() {}

    /**
     * @param staff whether the reader may know who recorded what
     */
    static Json.Members recovery(Recovery one, boolean staff) {
        return Json.object()
                .put("claim", one.claim().text())
                .put("state", one.state().name())
                .put("since", one.since().toString())
                .put("stampedFen", one.stamped().value())
                .put("owedFen", one.owed().value())
                .put("nettedFen", one.netted().value())
                .put("repaidFen", one.closed(Kind.REPAID).value())
                .put("offsetFen", one.closed(Kind.OFFSET).value())
                .put("writtenOffFen", one.closed(Kind.WRITTEN_OFF).value())
                .put("openFen", one.open().value())
                .put("fromNextPayment", one.fromNext())
                .put("parts", one.parts().stream().map(part -> part(part, staff)).toList())
                .end();
    }

    private static Json.Members part(Settlement part, boolean staff) {
        Json.Writer out =
                Json.object()
                        .put("n", part.n())
                        .put("kind", part.kind().name())
                        .put("fen", part.fen().value())
                        .put("state", part.state().name())
                        .put("at", part.at().toString())
                        .putText("against", part.other().map(Object::toString));
        if (staff) {
            out.put("by", part.name()).put("note", part.note()).putText("digest", part.digest());
        }
        return out.end();
    }
}
