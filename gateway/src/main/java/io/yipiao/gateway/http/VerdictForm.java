package io.yipiao.gateway.http;

import io.yipiao.gateway.projection.ProjectedShare;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.CapitalAmount;
import io.yipiao.verifier.verdict.PrintedFacts;
import io.yipiao.verifier.verdict.Remark;
import io.yipiao.verifier.verdict.Verdict;

import java.util.ArrayList;
import java.util.List;

/** An answer about a bill as the contract's {@code Verdict}. */
final class VerdictForm {
    private VerdictForm() {}

    static Answer answer(io.yipiao.gateway.inquiry.Answer answer) {
        Verdict verdict = answer.verdict();
        Json.Writer out =
                Json.object()
                        .put("verdict", verdict.kind().name())
                        .put("sentence", Words.sentence(verdict.sentence()))
                        .put("at", answer.at().toString())
                        .put("notices", notices(verdict));
        if (verdict instanceof Verdict.Proven proven) {
            out.put("facts", facts(proven.facts()));
        }
        answer.remainder().ifPresent(left -> out.put("remainderFen", left.value()));
        if (!answer.shares().isEmpty()) {
            out.put("shares", answer.shares().stream().map(VerdictForm::share).toList());
        }
        answer.bill().ifPresent(bill -> out.put("bill", bill.id().toString()));
        return Answer.json(out.end()).with("Cache-Control", "no-store");
    }

    private static List<Json.Members> notices(Verdict verdict) {
        List<Remark> remarks = new ArrayList<>(verdict.reasons());
        remarks.addAll(verdict.notices());
        return remarks.stream()
                .map(remark ->
                        Json.object()
                                .put("code", remark.code().name())
                                .put("sentence", Words.sentence(remark.sentence()))
                                .end())
                .toList();
    }

    private static Json.Members facts(PrintedFacts facts) {
        Core core = facts.core();
        Issuer issuer = facts.issuer();
        return Json.object()
                .put(
                        "issuer",
                        Json.object()
                                .put("number", issuer.number())
                                .put("code", issuer.code())
                                .put("name", issuer.name())
                                .end())
                .put("identity", Words.identity(core.id()))
                .put("totalFen", core.total().value())
                .put("totalInWords", CapitalAmount.of(core.total()))
                .put("claimableFen", core.claimable().value())
                .put("issueDate", core.date().toString())
                .end();
    }

    private static Json.Members share(ProjectedShare share) {
        Json.Writer out =
                Json.object()
                        .put("payer", share.payer())
                        .put("fen", share.fen().value())
                        .put("state", share.state().name());
        if (!share.claim().isEmpty()) {
            out.put("claim", share.claim());
        }
        return out.end();
    }
}
