package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.claim.Claims;
import io.yipiao.gateway.inquiry.Answer;
import io.yipiao.gateway.inquiry.Inquiry;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Icon;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Visit;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.receipt.ShareState;
import io.yipiao.verifier.verdict.Remark;
import io.yipiao.verifier.verdict.VerdictKind;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what the staff may see of a bill. */
final class BillFiles {
    private static final Set<VerdictKind> CLAIMABLE =
            EnumSet.of(
                    VerdictKind.OPEN,
                    VerdictKind.PARTLY,
                    VerdictKind.PART_REVERSED,
                    VerdictKind.EXCHANGED);

    private static final Set<VerdictKind> COUNTED =
            EnumSet.of(
                    VerdictKind.OPEN,
                    VerdictKind.PARTLY,
                    VerdictKind.PART_REVERSED,
                    VerdictKind.EXCHANGED,
                    VerdictKind.HELD,
                    VerdictKind.FULL);

    private final Bills bills;
    private final Inquiry inquiry;
    private final BillNotes notes;
    private final NearFiles near;
    private final Claims claims;
    private final Queue queue;

    BillFiles(
            Bills bills,
            Inquiry inquiry,
            LedgerView ledger,
            NearFiles near,
            Claims claims,
            Queue queue) {
        this.near = near;
        this.bills = bills;
        this.inquiry = inquiry;
        this.notes = new BillNotes(bills, ledger);
        this.claims = claims;
        this.queue = queue;
    }

    /** A stored bill, by its id or its 64 hexadecimal digits on the ledger. */
    StoredBill find(String index) throws NoPageException {
        try {
            Optional<StoredBill> found =
                    index.length() == 64
                            ? bills.byIndex(BillIndex.ofHex("index", index)).stream().findFirst()
                            : bills.byId(UUID.fromString(index));
            return found.orElseThrow(NoPageException::new);
        } catch (FieldException | IllegalArgumentException e) {
            throw new NoPageException();
        }
    }

    /** The verdict on a stored bill, as if its code were scanned now. */
    Answer answer(StoredBill bill, Visit visit) {
        return inquiry.ofStored(bill, visit.reader());
    }

    /**
     * What the page of an answer shows.
     *
     * @param fault why a claim was not taken in; empty if nobody tried
     */
    DeskBillView view(Visit visit, Answer answer, String fault) {
        Frame frame = visit.frame();
        var verdict = answer.verdict();
        Optional<StoredBill> bill = answer.bill();
        List<Remark> remarks = new ArrayList<>(verdict.reasons());
        remarks.addAll(verdict.notices());
        List<ShareRow> shares = shares(answer, frame);
        return new DeskBillView(
                verdict.kind().tone().name().toLowerCase(Locale.ROOT),
                Icon.of(verdict.kind()),
                frame.say(verdict.sentence()),
                verdict.kind() == VerdictKind.HELD ? at(answer, frame) : "",
                BillFacts.of(verdict, frame),
                bill.map(stored -> notes.others(stored, frame)).orElse(List.of()),
                bill.filter(stored -> verdict.kind() == VerdictKind.CONFLICT)
                        .map(stored -> remembered(stored, frame))
                        .orElse(""),
                bill.map(stored -> BillNotes.person(stored, frame)).orElse(List.of()),
                bill.map(stored -> place(stored, frame)).orElse(List.of()),
                shares,
                left(answer, frame),
                bill.map(stored -> near.rows(stored.id(), visit)).orElse(List.of()),
                remarks.stream().map(remark -> frame.say(remark.sentence())).toList(),
                frame.second(answer.at()),
                Advice.of(verdict.kind(), frame),
                buttons(visit, answer, shares),
                fault);
    }

    /** Where it stands on the ledger, and the red bill that took it back. */
    private List<Row> place(StoredBill stored, Frame frame) {
        return Stream.concat(notes.place(stored, frame).stream(), notes.red(stored, frame).stream())
                .toList();
    }

    private String remembered(StoredBill stored, Frame frame) {
        return frame.say(
                notes.isKnownConflict(stored) ? "desk.conflict.kept" : "desk.conflict.telling");
    }

    /** 在{付方}: where to ask how far it is. */
    private static String at(Answer answer, Frame frame) {
        String payers =
                answer.shares().stream()
                        .filter(share -> share.state() == ShareState.HELD)
                        .map(share -> frame.say("payer." + share.payerClass()))
                        .distinct()
                        .collect(Collectors.joining(frame.say("desk.at.and")));
        return payers.isEmpty() ? "" : frame.say("desk.at", payers);
    }

    /** What can still be claimed; nothing is said of a bill that nobody may claim. */
    private static String left(Answer answer, Frame frame) {
        return answer.remainder()
                .filter(left -> COUNTED.contains(answer.verdict().kind()))
                .map(frame::yuan)
                .orElse("");
    }

    List<ShareRow> shares(Answer answer, Frame frame) {
        return answer.shares().stream().map(share -> ShareRow.of(share, claims, frame)).toList();
    }

    private DeskBillView.Buttons buttons(Visit visit, Answer answer, List<ShareRow> shares) {
        boolean staff = visit.is(Role.CLERK) || visit.is(Role.SUPERVISOR);
        String cases = staff ? "/desk/claims/" : "/audit/claims/";
        boolean claimable =
                staff
                        && visit.principal().owner().person().isPresent()
                        && CLAIMABLE.contains(answer.verdict().kind());
        return new DeskBillView.Buttons(
                cases,
                answer.bill()
                        .filter(bill -> claimable)
                        .map(bill -> "/desk/bills/" + bill.id())
                        .orElse(""),
                UUID.randomUUID().toString(),
                shares.stream()
                        .filter(ShareRow::here)
                        .map(share -> cases + share.claim())
                        .reduce((first, last) -> last)
                        .orElse(""),
                staff
                        ? queue.next(visit, Optional.empty())
                                .map(number -> "/desk/claims/" + number)
                                .orElse("")
                        : "");
    }
}
