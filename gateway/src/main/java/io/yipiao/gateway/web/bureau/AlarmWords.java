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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An alarm in its reader's language, and the pages it leads him to. */
final class AlarmWords {
    private static final int SHORT_FACT = 60;

    private AlarmWords() {}

    static AlarmsView.AlarmRow row(Alarm alarm, Frame frame) {
        String what =
                alarm.facts().all().entrySet().stream()
                        .filter(fact -> fact.getValue().length() <= SHORT_FACT)
                        .map(fact -> fact(fact, frame).label() + " " + fact(fact, frame).value())
                        .collect(Collectors.joining(" · "));
        return new AlarmsView.AlarmRow(
                "/bureau/alarms/" + alarm.id(),
                frame.say("alarm.kind." + alarm.kind()),
                what.isEmpty() ? alarm.subject().id() : what,
                frame.say("alarm.state." + alarm.state()),
                tone(alarm.state()),
                frame.minute(alarm.raisedAt()),
                alarm.times() == 1
                        ? ""
                        : frame.say(
                                "alarm.times", alarm.times(), frame.minute(alarm.lastSeenAt())));
    }

    static AlarmView view(
            Alarm alarm, List<AlarmEvent> history, Frame frame, Field reason, String by) {
        List<Row> facts = new ArrayList<>();
        facts.add(Row.of(frame.say("alarm.subject"), alarm.subject().id()));
        alarm.facts().all().entrySet().forEach(fact -> facts.add(fact(fact, frame)));
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
                leads(alarm, frame),
                history.stream().map(event -> step(event, frame)).toList(),
                alarm.state() == AlarmState.NEW,
                alarm.isOpen(),
                reason,
                by.isEmpty() ? "" : frame.say("alarm.overtaken", by));
    }

    private static Row fact(Map.Entry<Fact, String> fact, Frame frame) {
        String value = fact.getValue();
        return Row.of(
                frame.say("alarm.fact." + fact.getKey()),
                fact.getKey() == Fact.AMOUNT ? "¥" + value : value);
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

    private static List<AlarmView.Lead> leads(Alarm alarm, Frame frame) {
        List<AlarmView.Lead> leads = new ArrayList<>();
        switch (alarm.kind().lead()) {
            case CASE -> claim(alarm).forEach(no -> cases(no, frame, leads));
            case RECOVERY -> claim(alarm).forEach(no -> recovery(no, frame, leads));
            case BILLS -> bills(alarm).forEach(id -> bill(id, frame, leads));
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

    private static List<String> bills(Alarm alarm) {
        return switch (alarm.subject().type()) {
            case STORED_BILL -> List.of(alarm.subject().id().split("/", -1));
            case BILL -> List.of(alarm.subject().id());
            case CLAIM, ISSUER, LEDGER ->
                    alarm.facts().all().entrySet().stream()
                            .filter(fact ->
                                    fact.getKey() == Fact.BILL || fact.getKey() == Fact.OTHER_BILL)
                            .map(Map.Entry::getValue)
                            .toList();
        };
    }

    /** A case is opened by those who handle or audit cases; the bureau names it to them. */
    private static void cases(String number, Frame frame, List<AlarmView.Lead> leads) {
        String words = frame.say("alarm.lead.case", number);
        if (Page.DESK_CASE.admits(frame.visitor())) {
            leads.add(new AlarmView.Lead("/desk/claims/" + number, words));
        } else if (Page.AUDIT_CASE.admits(frame.visitor())) {
            leads.add(new AlarmView.Lead("/audit/claims/" + number, words));
        }
    }

    /** Those who may not open what is wanted back are led to its case, if that is theirs. */
    private static void recovery(String number, Frame frame, List<AlarmView.Lead> leads) {
        if (Page.RECOVERY.admits(frame.visitor())) {
            leads.add(
                    new AlarmView.Lead(
                            "/desk/recoveries/" + number,
                            frame.say("alarm.lead.recovery", number)));
        } else {
            cases(number, frame, leads);
        }
    }

    private static void bill(String id, Frame frame, List<AlarmView.Lead> leads) {
        String words = frame.say("alarm.lead.bill", id);
        if (Page.DESK_BILL.admits(frame.visitor())) {
            leads.add(new AlarmView.Lead("/desk/bills/" + id, words));
        } else if (Page.AUDIT_BILL.admits(frame.visitor())) {
            leads.add(new AlarmView.Lead("/audit/bills/" + id, words));
        }
    }

    static String tone(AlarmState state) {
        return switch (state) {
            case NEW -> "stop";
            case IN_HAND -> "wait";
            case CLOSED -> "mute";
        };
    }
}
