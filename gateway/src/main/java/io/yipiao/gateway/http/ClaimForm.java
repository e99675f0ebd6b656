package io.yipiao.gateway.http;

import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.claim.ClaimEvent;
import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;

/** Claims as the contract's {@code Claim}, {@code ClaimStep} and {@code Sheet}. */
final class ClaimForm {
    private ClaimForm() {}

    static Json.Members claim(ClaimView claim) {
        Json.Writer out =
                Json.object()
                        .put("number", claim.number().text())
                        .put("state", claim.state().name())
                        .put("stateText", words(claim.state()))
                        .put("payer", claim.payer())
                        .put("bill", claim.bill().toString())
                        .put("identity", Words.identity(claim.identity()))
                        .put("claimableFen", claim.claimable().value())
                        .put("emergency", claim.emergency())
                        .put("automatic", claim.automatic())
                        .put("submittedAt", claim.receivedAt().toString())
                        .putText("stampedAt", claim.stampedAt().map(Object::toString));
        claim.fund().ifPresent(fund -> out.put("benefitFen", fund.value()));
        claim.reason()
                .ifPresent(reason ->
                        out.put("reason", reason.name())
                                .put(
                                        "reasonText",
                                        Words.sentence(reason.chinese(), reason.english())));
        claim.other().ifPresent(other -> out.put("other", other.text()));
        return out.end();
    }

    /** A step; who a clerk is stays with the staff. */
    static Json.Members step(ClaimEvent step, boolean staff) {
        Json.Writer out =
                Json.object()
                        .put("at", step.at().toString())
                        .put("state", step.state().name())
                        .put("stateText", words(step.state()))
                        .put(
                                "by",
                                staff && !step.name().isEmpty()
                                        ? step.name()
                                        : step.actor().name());
        if (!step.note().isEmpty()) {
            out.put("note", step.note());
        }
        return out.end();
    }

    static Json.Members sheet(ClaimNumber number, ClaimView claim, Sheet sheet) {
        List<Json.Members> steps = new ArrayList<>();
        steps.add(row("票据金额", "Total", sheet.total()));
        steps.add(row("审核扣减", "Disallowed", sheet.disallowed()));
        steps.add(row("全自费", "Outside the catalogue", sheet.fullOwnPay()));
        steps.add(row("超限价自费", "Over the ceiling price", sheet.overCeiling()));
        steps.add(row("先行自付", "First own pay", sheet.firstOwnPay()));
        steps.add(row("符合政策范围", "In scope", sheet.inScope()));
        steps.add(row("起付标准", "Deductible", sheet.deductible()));
        steps.add(row("按比例自付", "Own pay by ratio", sheet.ratioOwnPay()));
        steps.add(row("超年度封顶线", "Over the annual ceiling", sheet.overAnnualCeiling()));
        steps.add(row("超可报销余额", "Beyond what is left", sheet.beyondLeft()));
        steps.add(row("基金支付", "Paid by the fund", sheet.fund()));
        return Json.object()
                .put("claim", number.text())
                .put("totalFen", sheet.total().value())
                .put("claimableFen", claim.claimable().value())
                .put("benefitFen", sheet.fund().value())
                .put("steps", steps)
                .end();
    }

    private static Json.Members row(String chinese, String english, Fen amount) {
        return Json.object()
                .put("text", Words.sentence(chinese, english))
                .put("fen", amount.value())
                .end();
    }

    private static Json.Members words(ClaimState state) {
        return Words.sentence(state.chinese(), state.english());
    }
}
