package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.web.Frame;
import io.yipiao.verifier.verdict.Sentence;
import io.yipiao.verifier.verdict.VerdictKind;

/**
 * What a clerk does with a bill that cannot be taken in: no page is a dead end.
 *
 * @param words what to do; empty where a claim can be taken in
 * @param escalates whether a supervisor has to see the paper; there is no case yet, so the page is
 *     printed and handed over with it
 */
public record Advice(String words, boolean escalates) {
    static Advice of(VerdictKind kind, Frame frame) {
        return switch (kind) {
            case OPEN, PARTLY, PART_REVERSED, EXCHANGED -> new Advice("", false);
            case ALTERED, REVOKED -> new Advice(frame.say(reissue()), true);
            case CONFLICT -> new Advice(frame.say(conflict()), true);
            default -> new Advice(frame.say(other(kind)), false);
        };
    }

    private static Sentence reissue() {
        return new Sentence(
                "不能受理，请参保人找开票医院重开。打印这一页，连原票交给主管。",
                "Not to be taken in; the hospital has to issue it anew."
                        + " Print this page and hand it to a supervisor with the paper.");
    }

    private static Sentence conflict() {
        return new Sentence(
                "两份都先不办理。打印这一页，连原票交给主管；请开票医院核对，用新号码重开对的那一份，参保人用新票报销。",
                "Neither is to be taken in. Print this page and hand it to a supervisor with the"
                        + " paper; the hospital has to check both and issue the right one anew"
                        + " under a new number, which the claimant then claims.");
    }

    private static Sentence other(VerdictKind kind) {
        return switch (kind) {
            case UNREAD ->
                    new Sentence(
                            "请把二维码放平再扫，或输入票据号码。",
                            "Flatten the code and scan again, or type the number.");
            case UNKNOWN -> new Sentence("请核对票据代码和号码。", "Check the bill's code and number.");
            case REVERSED ->
                    new Sentence(
                            "票据作废。请参保人向开票医院要重开的票据。",
                            "It is void; the claimant asks the hospital for the new bill.");
            case NO_LEDGER ->
                    new Sentence(
                            "现在不能盖章，请稍后再扫一次。", "Nothing can be stamped now; scan again later.");
            case UNREGISTERED ->
                    new Sentence(
                            "请等医院登记，或请开票医院补登记，再扫一次。",
                            "Wait until the hospital registers it, or ask it to; then scan again.");
            case FULL ->
                    new Sentence(
                            "不能再报，请把已报销的情况告诉参保人。",
                            "Nothing is left; tell the claimant who paid what.");
            case HELD -> new Sentence("请等正在办理的这一笔有结果。", "Wait for the claim in progress.");
            default ->
                    new Sentence(
                            "请参保人申报外地票据，再到“外地票据待核对”里核对。",
                            "The claimant files it as a bill from elsewhere; it is then among those"
                                    + " to be checked.");
        };
    }
}
