package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.benefit.Finding;
import io.yipiao.gateway.benefit.LineShare;
import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.claim.ClaimDesk;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.ClaimView;
import io.yipiao.gateway.claim.Supplement;
import io.yipiao.gateway.inquiry.Answer;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Icon;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.Bill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers a case for its page. */
final class CaseFiles {
    private final ClaimDesk desk;
    private final Bills bills;
    private final BillFiles files;
    private final NearFiles near;
    private final Queue queue;

    CaseFiles(ClaimDesk desk, Bills bills, BillFiles files, NearFiles near, Queue queue) {
        this.near = near;
        this.desk = desk;
        this.bills = bills;
        this.files = files;
        this.queue = queue;
    }

    Bill bill(ClaimView claim) {
        return stored(claim).bill();
    }

    /**
     * The page of a case as it stands now.
     *
     * @param form what the clerk has filled in
     * @param diagnoses whether he opened them
     */
    CaseView view(Visit visit, ClaimView claim, RulingForm form, boolean diagnoses) {
        Frame frame = visit.frame();
        StoredBill stored = stored(claim);
        Answer answer = files.answer(stored, visit);
        var verdict = answer.verdict();
        Optional<Sheet> sheet = desk.claims().sheet(claim.number(), Optional.empty());
        Map<Integer, String> findings = findings(claim, sheet, frame);
        return new CaseView(
                head(visit, claim),
                new CaseView.VerdictView(
                        verdict.kind().tone().name().toLowerCase(Locale.ROOT),
                        Icon.of(verdict.kind()),
                        frame.say(verdict.sentence())),
                facts(claim, stored, answer, frame),
                lines(stored.bill(), sheet, findings, form, frame),
                findings.entrySet().stream()
                        .map(found -> new CaseView.FindingRow(found.getKey(), found.getValue()))
                        .toList(),
                files.shares(answer, frame),
                answer.remainder().map(frame::yuan).orElse(""),
                near.rows(stored.id(), visit),
                CaseHistory.steps(desk.claims().history(claim.number(), Optional.empty()), frame),
                sheet.map(known -> SheetRows.of(known, frame)).orElse(List.of()),
                asked(desk.supplements().of(claim.number(), Optional.empty()), frame),
                diagnoses ? String.join(" ", stored.bill().encounter().diagnoses()) : "",
                bench(visit, claim, form));
    }

    /** Whether what is passed goes to a supervisor, who has to agree. */
    boolean needsTwo(ClaimView claim) {
        return claim.state() == ClaimState.FIRST_REVIEW && near.needsTwo(claim.bill());
    }

    private CaseView.Head head(Visit visit, ClaimView claim) {
        Frame frame = visit.frame();
        ClerksClock clock = queue.clock(claim);
        boolean ended = claim.state().endsUnpaid();
        String cases = cases(visit);
        return new CaseView.Head(
                claim.number().text(),
                CaseHistory.words(claim.state(), frame),
                clock.words(frame),
                ended ? "mute" : clock.tone(),
                ended ? "" : clock.due().map(frame::day).orElse(""),
                claim.fund().map(frame::yuan).orElse(""),
                cases + claim.number(),
                visit.is(Role.SUPERVISOR) && !claim.stamped().isZero()
                        ? "/desk/claims/" + claim.number() + "/stamp"
                        : "",
                recovery(visit, claim),
                cases);
    }

    private String recovery(Visit visit, ClaimView claim) {
        boolean desks = visit.is(Role.CLERK) || visit.is(Role.SUPERVISOR);
        return desks && desk.recoveries().of(claim.number()).isPresent()
                ? "/desk/recoveries/" + claim.number()
                : "";
    }

    private static String cases(Visit visit) {
        return visit.is(Role.CLERK) || visit.is(Role.SUPERVISOR)
                ? "/desk/claims/"
                : "/audit/claims/";
    }

    private List<Row> facts(ClaimView claim, StoredBill stored, Answer answer, Frame frame) {
        List<Row> rows = new ArrayList<>(BillFacts.of(answer.verdict(), frame).rows());
        rows.addAll(BillNotes.person(stored, frame));
        desk.suspicions()
                .since(claim.bill())
                .ifPresent(since ->
                        rows.add(
                                Row.of(
                                        frame.say("desk.suspect"),
                                        frame.say("desk.suspect.since", frame.minute(since)))));
        if (claim.emergency()) {
            rows.add(Row.of(frame.say("desk.emergency"), frame.say("desk.emergency.yes")));
        }
        return rows;
    }

    private static List<LineRow> lines(
            Bill bill,
            Optional<Sheet> sheet,
            Map<Integer, String> findings,
            RulingForm form,
            Frame frame) {
        Map<Integer, LineShare> shares =
                sheet.map(Sheet::lines).orElse(List.of()).stream()
                        .collect(Collectors.toMap(LineShare::sequence, Function.identity()));
        return bill.lines().stream()
                .map(line ->
                        LineRow.of(
                                line,
                                Optional.ofNullable(shares.get(line.sequence())),
                                findings.getOrDefault(line.sequence(), ""),
                                form.lines().contains(line.sequence()),
                                frame))
                .toList();
    }

    /** What was found, by line: items that the catalogue does not know, and what was disallowed. */
    private Map<Integer, String> findings(ClaimView claim, Optional<Sheet> sheet, Frame frame) {
        Map<Integer, String> found = new TreeMap<>();
        sheet.map(Sheet::lines).orElse(List.of()).stream()
                .filter(line -> !line.known())
                .forEach(line -> found.put(line.sequence(), frame.say("desk.finding.unknown")));
        for (Finding finding : desk.claims().findings(claim.number(), Optional.empty())) {
            found.put(finding.line(), frame.yuan(finding.amount()) + " " + finding.words());
        }
        return found;
    }

    /** What claimants were asked for, and what they answered. */
    static List<Row> asked(List<Supplement> supplements, Frame frame) {
        return supplements.stream()
                .map(one ->
                        Row.of(
                                one.question(),
                                one.answer().orElseGet(() -> frame.say("desk.asked.waits"))))
                .toList();
    }

    private CaseView.Bench bench(Visit visit, ClaimView claim, RulingForm form) {
        String closed = closed(visit, claim);
        Field reason =
                Field.text("reason", visit.say("desk.reason"))
                        .withType("area")
                        .withHint(visit.say("desk.reason.hint"))
                        .filled(form.reason());
        Optional<Field> fault =
                form.faults().stream().filter(field -> field.name().equals("reason")).findFirst();
        return new CaseView.Bench(
                closed.isEmpty(),
                needsTwo(claim),
                closed,
                claim.state() == ClaimState.FIRST_REVIEW,
                form,
                fault.flatMap(Field::error).map(reason::wrong).orElse(reason),
                visit.is(Role.AUDITOR)
                        ? ""
                        : queue.next(visit, Optional.of(claim.number()))
                                .map(number -> "/desk/claims/" + number)
                                .orElse(""));
    }

    private String closed(Visit visit, ClaimView claim) {
        if (!claim.state().waitsForDecision()) {
            return visit.say("desk.closed.state", CaseHistory.words(claim.state(), visit.frame()));
        }
        if (!Queue.mayDecide(visit, claim.state())) {
            return visit.say("desk.closed.role");
        }
        return queue.barred(visit, claim.number()).map(visit::say).orElse("");
    }

    private StoredBill stored(ClaimView claim) {
        return bills.byId(claim.bill()).orElseThrow();
    }
}
