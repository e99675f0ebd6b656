package io.yipiao.gateway.web.front;

import io.yipiao.verifier.verdict.Sentence;
import io.yipiao.verifier.verdict.VerdictKind;

/** What a reader can do after each verdict: no page is a dead end. */
final class NextStep {
    private NextStep() {}

    static Sentence of(VerdictKind kind) {
        return switch (kind) {
            case UNREAD ->
                    say("把二维码擦干净、放平、光线亮一点，再扫一次。", "Flatten the code, add light, scan again.");
            case ALTERED, REVOKED ->
                    say("请联系开票医院重开票据。", "Ask the hospital that issued it for a new bill.");
            case UNKNOWN -> say("请核对票面，或拨打医保服务电话 12393。", "Check the paper, or call 12393.");
            case CONFLICT -> say("请带原票到医保窗口办理。", "Bring the original bill to a window.");
            case REVERSED -> say("有疑问请咨询开票医院。", "Ask the hospital that issued it.");
            case NO_LEDGER -> say("请稍后再扫一次；再试不会重复。", "Scan again later; trying again is safe.");
            case UNREGISTERED ->
                    say(
                            "医院登记后再扫一次，或咨询开票医院。",
                            "Scan again once it is registered, or ask the hospital.");
            case FULL ->
                    say(
                            "如果不是您办理的，请到医保窗口查询，或拨打 12393。",
                            "If this was not you, ask at a window or call 12393.");
            case HELD -> say("请等正在办理的报销有结果。", "Wait for the claim in progress.");
            case ELSEWHERE ->
                    say(
                            "可以申报外地票据，工作人员到官方网站核对；也可以带票据文件到医保窗口。",
                            "File it as a bill from elsewhere and a clerk checks it on the official"
                                    + " site; or bring its file to a window.");
            case PARTLY, PART_REVERSED, EXCHANGED, OPEN ->
                    say(
                            "请和手里的票据对一对；一样的话，登录后就能报销。",
                            "Compare with your bill; if it matches, sign in to claim.");
        };
    }

    private static Sentence say(String chinese, String english) {
        return new Sentence(chinese, english);
    }
}
