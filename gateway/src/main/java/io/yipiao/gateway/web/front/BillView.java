package io.yipiao.gateway.web.front;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.inquiry.Answer;
import io.yipiao.gateway.inquiry.Reader;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.projection.ProjectedShare;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Icon;
import io.yipiao.gateway.web.LineRow;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Visit;
import io.yipiao.gateway.web.citizen.Offer;
import io.yipiao.gateway.web.desk.BillFacts;
import io.yipiao.gateway.web.desk.BillNotes;
import io.yipiao.gateway.web.desk.OtherContent;
import io.yipiao.verifier.bill.BillId;
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
import java.util.function.Predicate;

/**
 * What the page of a bill says to this visitor.
 *
 * @param facts what to compare, in the paper's order; what is not proved only for those who may
 *     read it
 * @param unseen what a code cannot show; empty where nothing is proved
 * @param remarks reasons and notices
 * @param next what to do
 * @param time when the verdict was given
 * @param opened what only those see whom the bill concerns
 * @param claimable whether something of it can be claimed now
 * @param offer what the visitor may do with it, if it concerns him
 * @param differs where to say that the paper differs; empty where nothing is proved
 * @param foreign what the bill says of itself if it may be filed as one from elsewhere
 * @param code to be printed beside it, if it proves something
 */
public record BillView(
        VerdictKind kind,
        String tone,
        Icon icon,
        String sentence,
        BillFacts facts,
        String unseen,
        List<String> remarks,
        String next,
        String time,
        Optional<Opened> opened,
        boolean claimable,
        Optional<Offer> offer,
        String differs,
        ForeignFace foreign,
        Optional<PrintedCode> code) {
    private static final Set<VerdictKind> CLAIMABLE =
            EnumSet.of(
                    VerdictKind.OPEN,
                    VerdictKind.PARTLY,
                    VerdictKind.PART_REVERSED,
                    VerdictKind.EXCHANGED);

    private static final Set<VerdictKind> TO_BE_ASKED =
            EnumSet.of(
                    VerdictKind.UNKNOWN,
                    VerdictKind.ALTERED,
                    VerdictKind.REVOKED,
                    VerdictKind.CONFLICT,
                    VerdictKind.REVERSED,
                    VerdictKind.FULL,
                    VerdictKind.ELSEWHERE);

    /**
     * The bill behind the verdict.
     *
     * @param shares what payers took of it
     * @param remainder what is left to claim
     * @param more the red bill that took it back, and as of when this is known
     * @param person whose it is, for staff and payers
     * @param place where it stands on the ledger, for staff and payers
     * @param others the other contents of its number, for staff and payers
     */
    public record Opened(
            StoredBill bill,
            List<ProjectedShare> shares,
            Fen remainder,
            List<Row> more,
            List<Row> person,
            List<Row> place,
            List<OtherContent> others) {
        public Opened {
            shares = List.copyOf(shares);
            more = List.copyOf(more);
            person = List.copyOf(person);
            place = List.copyOf(place);
            others = List.copyOf(others);
        }

        static Opened of(Answer answer, StoredBill bill, Visit visit, BillNotes notes) {
            Frame frame = visit.frame();
            boolean official = isOfficial(visit);
            List<Row> more = new ArrayList<>(notes.red(bill, frame));
            answer.until()
                    .ifPresent(
                            last -> more.add(Row.of(frame.say("bill.until"), frame.second(last))));
            return new Opened(
                    bill,
                    answer.shares(),
                    answer.remainder().orElse(Fen.ZERO),
                    more,
                    official ? BillNotes.person(bill, frame) : List.of(),
                    official ? notes.place(bill, frame) : List.of(),
                    official ? notes.others(bill, frame) : List.of());
        }
    }

    public BillView {
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

    /** Whether another try at the code may help. */
    public boolean scanAgain() {
        return kind == VerdictKind.UNREAD;
    }

    /** Whether typing what the paper says may help. */
    public boolean typeIt() {
        return kind == VerdictKind.UNREAD || kind == VerdictKind.UNKNOWN;
    }

    /** Whether somebody has to be asked. */
    public boolean call() {
        return TO_BE_ASKED.contains(kind);
    }

    /** Where staff go on with it; empty for all others. */
    public String desk(Frame frame) {
        String id = opened.map(known -> known.bill().id().toString()).orElse("");
        if (id.isEmpty()) {
            return "";
        }
        return frame.is(Role.CLERK) || frame.is(Role.SUPERVISOR)
                ? "/desk/bills/" + id
                : frame.is(Role.AUDITOR) ? "/audit/bills/" + id : "";
    }

    /** The fee lines, for those who see the bill. */
    public List<LineRow> lines() {
        return opened.map(known -> LineRow.of(known.bill().bill())).orElse(List.of());
    }

    static BillView of(
            Visit visit,
            Answer answer,
            Optional<Offer> offer,
            Optional<Opened> opened,
            Optional<PrintedCode> code,
            Predicate<BillId> filed) {
        Frame frame = visit.frame();
        Verdict verdict = answer.verdict();
        boolean proven = verdict instanceof Verdict.Proven;
        boolean claimable = CLAIMABLE.contains(verdict.kind());
        List<Remark> remarks = new ArrayList<>(verdict.reasons());
        remarks.addAll(verdict.notices());
        return new BillView(
                verdict.kind(),
                verdict.kind().tone().name().toLowerCase(Locale.ROOT),
                Icon.of(verdict.kind()),
                frame.say(verdict.sentence()),
                facts(verdict, visit),
                proven ? frame.say(PrintedFacts.UNSEEN) : "",
                remarks.stream().map(remark -> frame.say(remark.sentence())).toList(),
                next(verdict, claimable, filed, frame),
                frame.second(answer.at()),
                opened,
                claimable,
                offer,
                proven && visit.call().hasPath("text")
                        ? QrText.PATH + visit.call().path("text") + "/differs"
                        : "",
                ForeignFace.of(visit, verdict, filed),
                code);
    }

    private static String next(
            Verdict verdict, boolean claimable, Predicate<BillId> filed, Frame frame) {
        if (ForeignFace.isFiled(verdict, filed)) {
            return frame.say("bill.elsewhere.filed");
        }
        return claimable && frame.visitor().isPresent()
                ? frame.say("bill.compare.only")
                : frame.say(NextStep.of(verdict.kind()));
    }

    /** What is not proved is for staff and payers; what others' bills say of themselves for all. */
    private static BillFacts facts(Verdict verdict, Visit visit) {
        boolean forAll = verdict instanceof Verdict.Proven || verdict instanceof Verdict.Elsewhere;
        return forAll || isOfficial(visit)
                ? BillFacts.of(verdict, visit.frame())
                : new BillFacts(List.of(), "");
    }

    private static boolean isOfficial(Visit visit) {
        return visit.reader() instanceof Reader.Official || visit.reader() instanceof Reader.Payer;
    }

    static List<Row> rows(PrintedFacts facts, Frame frame) {
        return facts.inOrder().stream()
                .map(fact -> Row.of(frame.say(fact.field().label()), frame.say(fact.value())))
                .toList();
    }
}
