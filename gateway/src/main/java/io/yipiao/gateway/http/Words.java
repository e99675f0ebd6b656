package io.yipiao.gateway.http;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.Sentence;

/** The small shapes that many answers of the contract share. */
final class Words {
    private Words() {}

    /** The contract's {@code Sentence}. */
    static Json.Members sentence(String chinese, String english) {
        return Json.object().put("zh", chinese).put("en", english).end();
    }

    static Json.Members sentence(Sentence sentence) {
        return sentence(sentence.chinese(), sentence.english());
    }

    /** The contract's {@code BillIdentity}. */
    static Json.Members identity(BillId id) {
        return CanonicalForm.id(id);
    }

    static Json.Members relation(Relation relation) {
        return Json.object()
                .put("kind", relation.kind().name())
                .put("of", identity(relation.of()))
                .end();
    }
}
