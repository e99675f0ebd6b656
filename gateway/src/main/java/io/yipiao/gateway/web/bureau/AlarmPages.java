package io.yipiao.gateway.web.bureau;

import io.yipiao.gateway.access.Page;
import io.yipiao.gateway.alarm.Alarm;
import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.AlarmState;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Handled;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.web.Field;
import io.yipiao.gateway.web.Frame;
import io.yipiao.gateway.web.NoPageException;
import io.yipiao.gateway.web.Pages;
import io.yipiao.gateway.web.Reply;
import io.yipiao.gateway.web.Visit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Alarms by state and kind; one of them, with its history: taken in hand, closed with a reason. */
final class AlarmPages {
    private static final int LONGEST_REASON = 500;

    private final Alarms alarms;
    private final Bills bills;

    AlarmPages(Alarms alarms, Bills bills) {
        this.alarms = alarms;
        this.bills = bills;
    }

    void addTo(Pages pages) {
        pages.on(Page.ALARMS, this::list)
                .on(Page.ALARM, visit -> page(visit, 200, alarm(visit), reason(visit), ""))
                .on(Page.TAKE_ALARM, this::take)
                .on(Page.CLOSE_ALARM, this::close);
    }

    private Reply list(Visit visit) {
        Frame frame = visit.frame();
        Optional<AlarmState> state = chosen(AlarmState.values(), visit.call().query("state"));
        Optional<AlarmKind> kind = chosen(AlarmKind.values(), visit.call().query("kind"));
        List<Alarm> chosen = alarms.list(new AlarmFilter(state, kind, AlarmFilter.MOST));
        BillNames names = BillNames.of(chosen, bills);
        List<AlarmsView.AlarmRow> rows =
                chosen.stream().map(alarm -> AlarmWords.row(alarm, names, frame)).toList();
        Map<AlarmState, Long> counts = alarms.counts();
        long fresh = counts.getOrDefault(AlarmState.NEW, 0L);
        return Reply.page(
                "alarms.jte",
                new AlarmsView(
                        fresh == 0
                                ? frame.say("alarm.none-new")
                                : frame.say("bureau.alarms.fresh", fresh),
                        fresh == 0 ? "good" : "stop",
                        Arrays.stream(AlarmState.values())
                                .map(one ->
                                        new AlarmsView.Choice(
                                                one.name(),
                                                frame.say("alarm.state." + one)
                                                        + " "
                                                        + counts.getOrDefault(one, 0L),
                                                state.filter(one::equals).isPresent()))
                                .toList(),
                        Arrays.stream(AlarmKind.values())
                                .map(one ->
                                        new AlarmsView.Choice(
                                                one.name(),
                                                frame.say("alarm.kind." + one),
                                                kind.filter(one::equals).isPresent()))
                                .toList(),
                        rows,
                        rows.size() == AlarmFilter.MOST));
    }

    private Reply page(Visit visit, int status, Alarm alarm, Field reason, String fault) {
        return Reply.page(
                status,
                "alarm.jte",
                AlarmWords.view(
                        alarm,
                        alarms.history(alarm.id()),
                        BillNames.of(List.of(alarm), bills),
                        visit.frame(),
                        reason,
                        fault));
    }

    private Reply take(Visit visit) throws NoPageException {
        Alarm alarm = alarm(visit);
        return handled(visit, alarms.take(alarm.id(), visit.frame().name()), "alarm-taken");
    }

    private Reply close(Visit visit) throws NoPageException {
        Alarm alarm = alarm(visit);
        Field reason = reason(visit);
        if (reason.value().isEmpty() || reason.value().length() > LONGEST_REASON) {
            String why = visit.say("alarm.reason.wrong", LONGEST_REASON);
            return page(visit, 422, alarm, reason.wrong(why), "");
        }
        Handled handled = alarms.close(alarm.id(), visit.frame().name(), reason.value());
        return handled(visit, handled, "alarm-closed");
    }

    /** A repeated form finds done what it wished, and says so again. */
    private Reply handled(Visit visit, Handled handled, String key) throws NoPageException {
        return switch (handled) {
            case Handled.Done done -> Reply.done("/bureau/alarms/" + done.alarm().id(), key);
            case Handled.Overtaken other ->
                    page(visit, 409, other.alarm(), reason(visit), other.by());
            case Handled.Unknown _ -> throw new NoPageException();
        };
    }

    private Alarm alarm(Visit visit) throws NoPageException {
        try {
            return alarms.find(UUID.fromString(visit.call().path("id")))
                    .orElseThrow(NoPageException::new);
        } catch (IllegalArgumentException e) {
            throw new NoPageException();
        }
    }

    private static Field reason(Visit visit) {
        return Field.text("reason", visit.say("alarm.reason"))
                .withType("area")
                .withHint(visit.say("alarm.reason.hint"))
                .filled(visit.form());
    }

    private static <E extends Enum<E>> Optional<E> chosen(E[] all, Optional<String> name) {
        return Arrays.stream(all)
                .filter(one -> name.filter(one.name()::equals).isPresent())
                .findFirst();
    }
}
