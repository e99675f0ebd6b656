package io.yipiao.gateway.web.front;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.inquiry.Answer;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.projection.ProjectedShare;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Icon;
import io.yipiao.gateway.web.LineRow;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Visit;
import io.yipiao.gateway.web.citizen.Offer;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.verdict.PrintedFacts;
import io.yipiao.verifier.verdict.Remark;
import io.yipiao.verifier.verdict.Verdict;
import io.yipiao.verifier.verdict.VerdictKind;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the page of a bill says to this visitor.
 *
 * @param facts what to compare, in the paper's order
 * @param unseen what a code cannot show; empty where nothing is compared
 * @param remarks reasons and notices
 * @param next what to do
 * @param time when the verdict was given
 * @param opened what only those see whom the bill concerns
 * @param claimable whether something of it can be claimed now
 * @param offer what the visitor may do with it, if it concerns him
 * @param differs where to say that the paper differs; empty where nothing is compared
 */
public record BillView(
        VerdictKind kind,
        String tone,
        Icon icon,
        String sentence,
        List<Row> facts,
        String unseen,
        List<String> remarks,
        String next,
        String time,
        Optional<Opened> opened,
        boolean claimable,
        Optional<Offer> offer,
        String differs) {
    private static final Set<VerdictKind> CLAIMABLE =
            EnumSet.of(
                    VerdictKind.OPEN,
                    VerdictKind.PARTLY,
                    VerdictKind.PART_REVERSED,
                    VerdictKind.EXCHANGED);

    /**
     * The bill behind the verdict.
     *
     * @param shares what payers took of it
     * @param remainder what is left to claim
     */
    public record Opened(StoredBill bill, List<ProjectedShare> shares, Fen remainder) {}

    public BillView {
        facts = List.copyOf(facts);
        remarks = List.copyOf(remarks);
    }

    /** Whether he may claim it here; while the ledger is away his claim waits for it. */
    public boolean offered() {
        return offer.isPresent() && (claimable || kind == VerdictKind.NO_LEDGER);
    }

    /**
     * Whether a citizen looks whom it does not concern: he may act for somebody, never told whom.
     */
    public boolean another(Frame frame) {
        return claimable && offer.isEmpty() && (frame.is(Role.CITIZEN) || frame.is(Role.AGENT));
    }

    /** The fee lines, for those who see the bill. */
    public List<LineRow> lines() {
        return opened.map(known -> LineRow.of(known.bill().bill())).orElse(List.of());
    }

    static BillView of(Visit visit, Answer answer, Optional<Offer> offer) {
        Frame frame = visit.frame();
        Verdict verdict = answer.verdict();
        Optional<PrintedFacts> facts =
                verdict instanceof Verdict.Proven proven
                        ? Optional.of(proven.facts())
                        : Optional.empty();
        List<Remark> remarks = new ArrayList<>(verdict.reasons());
        remarks.addAll(verdict.notices());
        return new BillView(
                verdict.kind(),
                verdict.kind().tone().name().toLowerCase(Locale.ROOT),
                Icon.of(verdict.kind()),
                frame.say(verdict.sentence()),
                facts.map(known -> rows(known, frame)).orElse(List.of()),
                facts.map(known -> frame.say(PrintedFacts.UNSEEN)).orElse(""),
                remarks.stream().map(remark -> frame.say(remark.sentence())).toList(),
                frame.say(NextStep.of(verdict.kind())),
                frame.second(answer.at()),
                answer.bill()
                        .map(bill ->
                                new Opened(
                                        bill,
                                        answer.shares(),
                                        answer.remainder().orElse(Fen.ZERO))),
                CLAIMABLE.contains(verdict.kind()),
                offer,
                facts.isPresent() && visit.call().hasPath("text")
                        ? QrText.PATH + visit.call().path("text") + "/differs"
                        : "");
    }

    static List<Row> rows(PrintedFacts facts, Frame frame) {
        return facts.inOrder().stream()
                .map(fact -> Row.of(frame.say(fact.field().label()), frame.say(fact.value())))
                .toList();
    }
}
