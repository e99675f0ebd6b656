package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.claim.Checklist;
import io.yipiao.gateway.claim.Declared;
import io.yipiao.gateway.claim.ElsewhereFiling;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Row;
import io.yipiao.verifier.verdict.Field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bill from elsewhere at the desk.
 *
 * @param facts what the citizen declared, all of it marked as unverified
 * @param person whose it is, to be compared with the paper
 * @param file where what he sent is fetched; empty if he sent none
 * @param site the official site to be asked; empty for a kind without one
 * @param form the checklist
 * @param asked what its claimant was asked for, and what he answered
 * @param question what he is to be asked
 * @param waits whether it waits for his answer
 * @param result what was found; empty as long as it waits
 * @param claim the case it has become; empty if it has not
 * @param fault why the result was not recorded; empty if nothing is wrong
 */
public record ForeignBillView(
        String number,
        List<Row> facts,
        List<Row> person,
        String file,
        String site,
        ChecklistForm form,
        List<Row> asked,
        io.yipiao.gateway.web.Field question,
        boolean waits,
        List<Row> result,
        String claim,
        String fault) {
    public ForeignBillView {
        facts = List.copyOf(facts);
        person = List.copyOf(person);
        asked = List.copyOf(asked);
        result = List.copyOf(result);
    }

    /** Whether it waits for a clerk. */
    public boolean open() {
        return result.isEmpty() && !waits;
    }

    /** What is wrong with what was sent, for the summary. */
    public List<io.yipiao.gateway.web.Field> faults() {
        return question.error().isPresent() ? List.of(question) : form.faults();
    }

    static ForeignBillView of(
            ElsewhereFiling filing,
            String name,
            String tail,
            ChecklistForm form,
            List<Row> asked,
            io.yipiao.gateway.web.Field question,
            String fault,
            Frame frame) {
        String number = filing.number().text();
        return new ForeignBillView(
                number,
                facts(filing.declared(), frame),
                List.of(
                        Row.of(frame.say("desk.person"), name + " " + frame.say("desk.tail", tail)),
                        Row.of(frame.say("claim.sent-at"), frame.minute(filing.filedAt()))),
                filing.file() ? "/desk/elsewhere/" + number + "/file" : "",
                frame.say("elsewhere.site." + filing.declared().face().id().kind().name()),
                form,
                asked,
                question,
                filing.isAsked(),
                result(filing, frame),
                filing.state() == ElsewhereFiling.State.ACCEPTED ? "/desk/claims/" + number : "",
                fault);
    }

    private static List<Row> facts(Declared declared, Frame frame) {
        List<Row> rows = new ArrayList<>();
        rows.add(unverified("elsewhere.hospital", declared.hospital(), frame));
        String code = declared.face().id().code();
        if (!code.isEmpty()) {
            rows.add(unverified(Field.CODE, code, frame));
        }
        rows.add(unverified(Field.NUMBER, declared.face().id().number(), frame));
        if (!declared.face().checkCode().isEmpty()) {
            rows.add(unverified(Field.CHECK_CODE, declared.face().checkCode(), frame));
        }
        rows.add(unverified(Field.DATE, declared.face().date().toString(), frame));
        rows.add(unverified(Field.TOTAL, frame.yuan(declared.face().total()), frame));
        rows.add(
                unverified(
                        "desk.stay",
                        frame.say("desk.care." + declared.care())
                                + " "
                                + declared.admitted()
                                + " – "
                                + declared.discharged(),
                        frame));
        return rows;
    }

    private static Row unverified(Field field, String value, Frame frame) {
        return Row.of(frame.say(field.label()), frame.say("bill.unverified", value));
    }

    private static Row unverified(String key, String value, Frame frame) {
        return Row.of(frame.say(key), frame.say("bill.unverified", value));
    }

    private static List<Row> result(ElsewhereFiling filing, Frame frame) {
        Optional<ElsewhereFiling.Checked> checked = filing.checked();
        if (checked.isEmpty()) {
            return filing.isOpen()
                    ? List.of()
                    : List.of(
                            Row.of(
                                    frame.say("elsewhere.result"),
                                    frame.say("elsewhere.withdrawn")));
        }
        Checklist all = checked.get().checklist();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(frame.say("elsewhere.result"), word(filing, frame)));
        rows.add(
                Row.of(
                        frame.say("elsewhere.official"),
                        frame.say("elsewhere.official." + all.official().name())));
        rows.add(Row.of(frame.say("elsewhere.person"), yes("person", all.person(), frame)));
        rows.add(
                Row.of(frame.say("elsewhere.unclaimed"), yes("unclaimed", all.unclaimed(), frame)));
        rows.add(Row.of(frame.say("elsewhere.standing"), yes("standing", all.standing(), frame)));
        rows.add(Row.of(frame.say("elsewhere.seen"), all.seen()));
        rows.add(
                Row.of(
                        frame.say("elsewhere.checked-by"),
                        checked.get().name() + " " + frame.minute(checked.get().at())));
        return rows;
    }

    private static String word(ElsewhereFiling filing, Frame frame) {
        return filing.why()
                .map(why -> frame.english() ? why.english() : why.chinese())
                .orElseGet(() -> frame.say("elsewhere.accepted"));
    }

    private static String yes(String item, boolean isYes, Frame frame) {
        return frame.say("elsewhere." + item + (isYes ? ".yes" : ".no"));
    }
}
