package io.yipiao.gateway.web.bureau;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.alarm.Alarm;
import io.yipiao.gateway.alarm.AlarmEvent;
import io.yipiao.gateway.alarm.AlarmState;
import io.yipiao.gateway.alarm.Fact;
import io.yipiao.gateway.alarm.Subject;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.Row;
import io.yipiao.gateway.web.Step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An alarm in its reader's language, and the pages it leads him to. */
final class AlarmWords {
    private static final int SHORT_FACT = 60;

    private AlarmWords() {}

    static AlarmsView.AlarmRow row(Alarm alarm, BillNames names, Frame frame) {
        String what =
                alarm.facts().all().entrySet().stream()
                        .filter(fact -> fact.getValue().length() <= SHORT_FACT)
                        .filter(fact -> !isSaid(fact, alarm, names))
                        .map(fact -> fact(fact, names, frame))
                        .map(row -> row.label() + " " + row.value())
                        .collect(Collectors.joining(" · "));
        return new AlarmsView.AlarmRow(
                "/bureau/alarms/" + alarm.id(),
                frame.say("alarm.kind." + alarm.kind()),
                what.isEmpty() ? names.subject(alarm.subject()) : what,
                frame.say("alarm.state." + alarm.state()),
                tone(alarm.state()),
                frame.minute(alarm.raisedAt()),
                alarm.times() == 1
                        ? ""
                        : frame.say(
                                "alarm.times", alarm.times(), frame.minute(alarm.lastSeenAt())));
    }

    static AlarmView view(
            Alarm alarm,
            List<AlarmEvent> history,
            BillNames names,
            Frame frame,
            Field reason,
            String by) {
        List<Row> facts = new ArrayList<>();
        facts.add(Row.of(frame.say("alarm.subject"), names.subject(alarm.subject())));
        alarm.facts().all().entrySet().forEach(fact -> facts.add(fact(fact, names, frame)));
        facts.add(
                Row.of(
                        frame.say("alarm.seen"),
                        alarm.times() == 1
                                ? frame.minute(alarm.lastSeenAt())
                                : frame.say(
                                        "alarm.times",
                                        alarm.times(),
                                        frame.minute(alarm.lastSeenAt()))));
        return new AlarmView(
                alarm.id().toString(),
                frame.say("alarm.kind." + alarm.kind()),
                frame.say("alarm.state." + alarm.state()),
                tone(alarm.state()),
                facts,
                frame.say("alarm.next." + alarm.kind()),
                leads(alarm, names, frame),
                history.stream().map(event -> step(event, frame)).toList(),
                alarm.state() == AlarmState.NEW,
                alarm.isOpen(),
                reason,
                by.isEmpty() ? "" : frame.say("alarm.overtaken", by));
    }

    /** Two contents of one number are named by it once. */
    private static boolean isSaid(Map.Entry<Fact, String> fact, Alarm alarm, BillNames names) {
        boolean bill = fact.getKey() == Fact.BILL || fact.getKey() == Fact.OTHER_BILL;
        return bill
                && alarm.facts()
                        .find(Fact.BILL_NUMBER)
                        .filter(names.name(fact.getValue())::equals)
                        .isPresent();
    }

    private static Row fact(Map.Entry<Fact, String> fact, BillNames names, Frame frame) {
        String value = fact.getValue();
        return Row.of(
                frame.say("alarm.fact." + fact.getKey()),
                switch (fact.getKey()) {
                    case AMOUNT -> "¥" + value;
                    case BILL, OTHER_BILL -> names.name(value);
                    default -> value;
                });
    }

    private static Step step(AlarmEvent event, Frame frame) {
        String reason =
                frame.knows("alarm.settled." + event.reason())
                        ? frame.say("alarm.settled." + event.reason())
                        : event.reason();
        String note =
                event.name().isEmpty() || reason.isEmpty()
                        ? event.name() + reason
                        : frame.say("alarm.note", event.name(), reason);
        return new Step(
                frame.say("alarm.state." + event.to()),
                "done",
                java.util.Optional.of(frame.minute(event.at())),
                java.util.Optional.of(note).filter(text -> !text.isEmpty()));
    }

    private static List<AlarmView.Lead> leads(Alarm alarm, BillNames names, Frame frame) {
        List<AlarmView.Lead> leads = new ArrayList<>();
        switch (alarm.kind().lead()) {
            case CASE -> claim(alarm).forEach(no -> leads.add(cases(no, frame)));
            case RECOVERY -> claim(alarm).forEach(no -> leads.add(recovery(no, frame)));
            case BILLS -> BillNames.ids(alarm).forEach(id -> leads.add(bill(id, names, frame)));
            case HOSPITAL ->
                    leads.add(
                            new AlarmView.Lead("/bureau/hospitals", frame.say("bureau.hospitals")));
            case LEDGER ->
                    leads.add(new AlarmView.Lead("/bureau/ledger", frame.say("bureau.ledger")));
        }
        return leads;
    }

    private static List<String> claim(Alarm alarm) {
        return alarm.subject().type() == Subject.Type.CLAIM
                ? List.of(alarm.subject().id())
                : alarm.facts().find(Fact.CLAIM).stream().toList();
    }

    /** A case is opened by those who handle or audit cases; the bureau names it to them. */
    private static AlarmView.Lead cases(String number, Frame frame) {
        return lead(
                frame.say("alarm.lead.case", number),
                number,
                frame,
                Page.DESK_CASE,
                Page.AUDIT_CASE);
    }

    /** Those who may not open what is wanted back are led to its case, if that is theirs. */
    private static AlarmView.Lead recovery(String number, Frame frame) {
        return Page.RECOVERY.admits(frame.visitor())
                ? new AlarmView.Lead(
                        "/desk/recoveries/" + number, frame.say("alarm.lead.recovery", number))
                : cases(number, frame);
    }

    private static AlarmView.Lead bill(String id, BillNames names, Frame frame) {
        return lead(
                frame.say("alarm.lead.bill", names.name(id)),
                id,
                frame,
                Page.DESK_BILL,
                Page.AUDIT_BILL);
    }

    /** To the first of some pages that this visitor may open; to none if he may open none. */
    private static AlarmView.Lead lead(String words, String id, Frame frame, Page... pages) {
        String path =
                Arrays.stream(pages)
                        .filter(page -> page.admits(frame.visitor()))
                        .map(page -> page.path().replaceFirst("\\{[a-z]+}$", id))
                        .findFirst()
                        .orElse("");
        return new AlarmView.Lead(path, words);
    }

    static String tone(AlarmState state) {
        return switch (state) {
            case NEW -> "stop";
            case IN_HAND -> "wait";
            case CLOSED -> "mute";
        };
    }
}
