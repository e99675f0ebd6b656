package io.yipiao.verifier.cli;

import io.yipiao.verifier.audit.AuditReport;
import io.yipiao.verifier.audit.AuditTotals;
import io.yipiao.verifier.audit.Breach;
import io.yipiao.verifier.audit.ShareSum;
import io.yipiao.verifier.receipt.ShareState;
import io.yipiao.verifier.verdict.Sentence;

import java.util.Map;

/** What an audit found, for a person. */
final class AuditPage {
    private final Console console;

    AuditPage(Console console) {
        this.console = console;
    }

    void print(AuditReport report) {
        if (report.isClean()) {
            console.say(
                    "✓ 账本 " + report.channel() + " 没有发现问题。",
                    "✓ No breach was found in ledger " + report.channel() + ".");
        } else {
            console.say(
                    "✕ 发现 " + report.breachCount() + " 处问题：",
                    "✕ Breaches found: " + report.breachCount());
        }
        report.breaches().forEach(this::print);
        if (report.breaches().size() < report.breachCount()) {
            console.say("  其余的没有列出。", "  The others are not listed.");
        }
        ledger(report);
        totals(report.totals());
    }

    private void print(Breach breach) {
        String place =
                breach.transaction().isPresent() ? "." + breach.transaction().getAsInt() : "";
        console.say(
                "  %s 块 %d%s：%s"
                        .formatted(breach.kind().chinese(), breach.block(), place, breach.why()),
                "  %s block %d%s: %s"
                        .formatted(breach.kind(), breach.block(), place, breach.why()));
    }

    private void ledger(AuditReport report) {
        tell("区块", "blocks", report.blocks());
        console.tell(new Sentence("最后一块的哈希", "hash of the last"), report.lastHash());
        if (report.compared() > 0) {
            tell("与另一家一致的区块", "blocks that the other export has too", report.compared());
        }
        tell("有效交易", "valid transactions", report.valid());
        tell("无效交易", "invalid transactions", report.invalid());
    }

    private void totals(AuditTotals totals) {
        tell("批次", "batches", totals.batches());
        tell("登记的票据", "bills anchored", totals.leaves());
        tell("打开的票据", "bills opened", totals.bills());
        for (Map.Entry<ShareState, ShareSum> each : totals.shares().entrySet()) {
            console.tell(
                    new Sentence("份额 " + each.getKey(), "shares " + each.getKey()),
                    "%d, %s".formatted(each.getValue().shares(), yuan(each.getValue().fen())));
        }
    }

    private void tell(String chinese, String english, long number) {
        console.tell(new Sentence(chinese, english), Long.toString(number));
    }

    /** Sums may be larger than any one amount. */
    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }
}
