package io.yipiao.gateway.web.audit;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.http.StreamedAnswer;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.reconcile.Balance;
import io.yipiao.gateway.reconcile.Compared;
import io.yipiao.gateway.reconcile.Line;
import io.yipiao.gateway.reconcile.Reconciliation;
import io.yipiao.gateway.web.Figure;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.verdict.Sentence;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Ledger against database, with its differences and all of it to take away. */
public final class AuditPages {
    private static final String CSV = "text/csv;charset=utf-8";

    private final Reconciliation reconciliation;
    private final LedgerClient ledger;

    public AuditPages(Reconciliation reconciliation, LedgerClient ledger) {
        this.reconciliation = reconciliation;
        this.ledger = ledger;
    }

    public void addTo(Pages pages) {
        pages.on(Page.AUDIT, this::show)
                .onLive(Page.AUDIT_EXPORT, this::export)
                .onLive(Page.AUDIT_ANCHORED, this::anchored);
    }

    private Reply show(Visit visit) {
        Frame frame = visit.frame();
        Balance balance = reconciliation.balance();
        String stale = stale(balance, frame);
        boolean agree =
                balance.count() == 0 && balance.compared().stream().allMatch(Compared::agrees);
        return Reply.page(
                "audit.jte",
                new AuditView(
                        agree ? frame.say("audit.none") : differences(balance.count(), frame),
                        agree ? "good" : "stop",
                        Long.toString(balance.upTo().nextBlock() - 1),
                        balance.upTo().lastHash(),
                        stale,
                        balance.moving(),
                        balance.compared().stream().map(row -> compared(row, frame)).toList(),
                        balance.differences().stream().map(row -> difference(row, frame)).toList(),
                        balance.count(),
                        figure(balance, stale, frame)));
    }

    /** As of when, if the ledger is further than its projection, or does not say how far it is. */
    private String stale(Balance balance, Frame frame) {
        boolean fresh;
        try {
            fresh = !balance.upTo().rebuilding() && ledger.height() <= balance.upTo().nextBlock();
        } catch (LedgerUnavailable e) {
            fresh = false;
        }
        return fresh ? "" : balance.lastAt().map(frame::minute).orElse("—");
    }

    private static String differences(long count, Frame frame) {
        return count == 1
                ? frame.say("audit.differences.one")
                : frame.say("audit.differences", count);
    }

    private static AuditView.ComparedRow compared(Compared row, Frame frame) {
        return new AuditView.ComparedRow(
                frame.say("audit.kind." + row.kind()),
                String.format(Locale.ROOT, "%,d", row.onLedger()),
                row.hasSum() ? frame.yuan(row.ledgerSum()) : "",
                String.format(Locale.ROOT, "%,d", row.here()),
                row.hasSum() ? frame.yuan(row.sumHere()) : "",
                row.agrees());
    }

    private static AuditView.DifferenceRow difference(Line line, Frame frame) {
        String path =
                switch (line.what()) {
                    case BATCH -> "";
                    case BILL -> line.here().isPresent() ? "/audit/bills/" + line.name() : "";
                    case SHARE -> line.here().isPresent() ? "/audit/claims/" + line.name() : "";
                };
        return new AuditView.DifferenceRow(
                line.difference().map(kind -> frame.say("audit.difference." + kind)).orElse(""),
                line.name(),
                path,
                side(line, line.onLedger(), line.ledgerAmount(), frame),
                side(line, line.here(), line.amountHere(), frame));
    }

    private static String side(
            Line line, Optional<String> state, OptionalLong amount, Frame frame) {
        String words = state.map(name -> state(line, name, frame)).orElse("—");
        if (amount.isEmpty()) {
            return words;
        }
        return words
                + " "
                + (line.what() == Line.What.BATCH
                        ? written(line, amount)
                        : frame.yuan(new Fen(amount.getAsLong())));
    }

    private static String state(Line line, String name, Frame frame) {
        if (line.what() != Line.What.SHARE) {
            return frame.say("audit.state." + name);
        }
        if (frame.knows("share." + name)) {
            return frame.say("share." + name);
        }
        ClaimState state = ClaimState.valueOf(name);
        return frame.say(new Sentence(state.chinese(), state.english()));
    }

    /** Yuan with two decimals, or a batch's size. */
    private static String written(Line line, OptionalLong amount) {
        if (amount.isEmpty()) {
            return "";
        }
        return line.what() == Line.What.BATCH
                ? Long.toString(amount.getAsLong())
                : new Fen(amount.getAsLong()).yuan();
    }

    private static Figure figure(Balance balance, String stale, Frame frame) {
        List<Figure.Bar> bars =
                balance.days().stream()
                        .map(day -> new Figure.Bar(frame.day(day.day()), day.bills()))
                        .toList();
        return new Figure(
                "anchored",
                frame.say("audit.anchored"),
                frame.say("audit.day"),
                frame.say("audit.bills"),
                bars,
                "/audit/anchored.csv",
                stale);
    }

    private void export(Visit visit, StreamedAnswer answer) throws IOException {
        begin(answer, "ledger-and-database.csv");
        answer.write(
                Csv.line(
                        "what",
                        "name",
                        "payer",
                        "ledger state",
                        "ledger amount",
                        "database state",
                        "database amount",
                        "moving",
                        "difference"));
        reconciliation.each((Reconciliation.Receiver<IOException>) line -> answer.write(csv(line)));
    }

    private static byte[] csv(Line line) {
        return Csv.line(
                line.what().name(),
                line.name(),
                line.payer(),
                line.onLedger().orElse(""),
                written(line, line.ledgerAmount()),
                line.here().orElse(""),
                written(line, line.amountHere()),
                line.moving() ? "yes" : "",
                line.difference().map(Enum::name).orElse(""));
    }

    private void anchored(Visit visit, StreamedAnswer answer) throws IOException {
        begin(answer, "anchored.csv");
        answer.write(Csv.line("day", "bills"));
        for (Balance.Day day : reconciliation.balance().days()) {
            answer.write(Csv.line(day.day().toString(), Long.toString(day.bills())));
        }
    }

    private static void begin(StreamedAnswer answer, String name) throws IOException {
        answer.begin(CSV, Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""));
        answer.write(Csv.BEGIN);
    }
}
