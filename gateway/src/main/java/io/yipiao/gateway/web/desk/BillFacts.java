package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Row;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.verdict.Field;
import io.yipiao.verifier.verdict.PrintedFacts;
import io.yipiao.verifier.verdict.Verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * What a verdict lets a clerk read of a bill, proved or not.
 *
 * @param warning that none of it is proved; empty if all of it is
 */
public record BillFacts(List<Row> rows, String warning) {
    public BillFacts {
        rows = List.copyOf(rows);
    }

    /** For those who may read what is not proved, too. */
    public static BillFacts of(Verdict verdict, Frame frame) {
        return switch (verdict) {
            case Verdict.Proven proven -> new BillFacts(printed(proven.facts(), frame), "");
            case Verdict.Revoked revoked ->
                    new BillFacts(revoked(revoked, frame), frame.say("desk.untrusted"));
            case Verdict.Elsewhere elsewhere ->
                    new BillFacts(foreign(elsewhere.face(), frame), frame.say("desk.unverified"));
            case Verdict.Unproven unproven ->
                    unproven.untrusted()
                            .map(code ->
                                    new BillFacts(
                                            raw(code.opening().core(), frame),
                                            frame.say("desk.untrusted")))
                            .orElse(new BillFacts(List.of(), ""));
        };
    }

    /** Two sealed contents of one identity, field by field. */
    static List<Row> compared(Bill one, Bill other, Frame frame) {
        return List.of(
                row(Field.ISSUER, one.issuer().name(), other.issuer().name(), frame),
                row(Field.DATE, one.issueDate().toString(), other.issueDate().toString(), frame),
                row(Field.TOTAL, frame.yuan(one.total()), frame.yuan(other.total()), frame),
                row(
                        Field.CLAIMABLE,
                        frame.yuan(one.claimable()),
                        frame.yuan(other.claimable()),
                        frame),
                row(
                        Field.CHECK_CODE,
                        one.checkCode().orElse("—"),
                        other.checkCode().orElse("—"),
                        frame),
                row(Field.PERSON, person(one, frame), person(other, frame), frame),
                row(Field.LEAVES, lines(one, frame), lines(other, frame), frame));
    }

    /** Name and the tail of the identity number. */
    static String person(Bill bill, Frame frame) {
        String number = bill.patient().idNumber();
        String tail = number.substring(Math.max(0, number.length() - 4));
        return bill.patient().name() + " " + frame.say("desk.tail", tail);
    }

    private static List<Row> printed(PrintedFacts facts, Frame frame) {
        return facts.inOrder().stream()
                .map(fact -> Row.of(frame.say(fact.field().label()), frame.say(fact.value())))
                .toList();
    }

    private static List<Row> revoked(Verdict.Revoked verdict, Frame frame) {
        IssuerKey key = verdict.key();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(frame.say("desk.key"), Integer.toString(key.seq())));
        key.revokedAt()
                .ifPresent(at -> rows.add(Row.of(frame.say("desk.key.revoked"), frame.minute(at))));
        rows.addAll(printed(verdict.unproven(), frame));
        return rows;
    }

    private static List<Row> raw(Core core, Frame frame) {
        return List.of(
                Row.of(frame.say("desk.issuer"), Integer.toString(core.issuer())),
                Row.of(frame.say(Field.CODE.label()), core.id().code()),
                Row.of(frame.say(Field.NUMBER.label()), core.id().number()),
                Row.of(frame.say(Field.DATE.label()), core.date().toString()),
                Row.of(frame.say(Field.TOTAL.label()), frame.yuan(core.total())),
                Row.of(frame.say(Field.CLAIMABLE.label()), frame.yuan(core.claimable())));
    }

    /** What the face of a bill from elsewhere says of itself, each marked as unverified. */
    public static List<Row> foreign(Face.Foreign face, Frame frame) {
        List<Row> rows = new ArrayList<>();
        face.id()
                .ifPresent(id -> {
                    add(rows, Field.CODE, id.code(), frame);
                    add(rows, Field.NUMBER, id.number(), frame);
                });
        face.checkCode().ifPresent(code -> add(rows, Field.CHECK_CODE, code, frame));
        face.date().ifPresent(date -> add(rows, Field.DATE, date.toString(), frame));
        face.amount().ifPresent(amount -> add(rows, Field.TOTAL, frame.yuan(amount), frame));
        return rows;
    }

    private static void add(List<Row> rows, Field field, String value, Frame frame) {
        if (!value.isEmpty()) {
            rows.add(Row.of(frame.say(field.label()), frame.say("bill.unverified", value)));
        }
    }

    private static Row row(Field field, String one, String other, Frame frame) {
        String label = frame.say(field.label());
        return one.equals(other) ? Row.of(label, one) : Row.differing(label, one, other);
    }

    private static String lines(Bill bill, Frame frame) {
        return frame.say("desk.lines.count", bill.lines().size());
    }
}
