package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.alarm.Alarm;
import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.AlarmKind;
import io.yipiao.gateway.alarm.AlarmState;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.alarm.Handled;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/** Alarms for the bureau's own programs: read, taken in hand, closed with a reason. */
public final class AlarmOperations {
    private static final int LONGEST_REASON = 500;

    private final Alarms alarms;

    public AlarmOperations(Alarms alarms) {
        this.alarms = alarms;
    }

    public void addTo(Operations operations) {
        operations
                .on(Route.LIST_ALARMS, this::list)
                .on(Route.TAKE_ALARM, this::take)
                .on(Route.CLOSE_ALARM, this::close);
    }

    private Answer list(Call call) {
        Optional<AlarmState> state = chosen(AlarmState.values(), call.query("state"));
        Optional<AlarmKind> kind = chosen(AlarmKind.values(), call.query("kind"));
        return Answer.json(
                Json.object()
                        .put(
                                "alarms",
                                alarms.list(new AlarmFilter(state, kind, AlarmFilter.MOST)).stream()
                                        .map(AlarmOperations::describe)
                                        .toList())
                        .end());
    }

    private Answer take(Call call) throws ProblemException {
        return answer(alarms.take(call.id("id"), call.principal().owner().name()));
    }

    private Answer close(Call call) throws FieldException, ProblemException {
        String reason = call.words("reason", LONGEST_REASON);
        return answer(alarms.close(call.id("id"), call.principal().owner().name(), reason));
    }

    private static Answer answer(Handled handled) throws ProblemException {
        return switch (handled) {
            case Handled.Done done -> Answer.json(describe(done.alarm()));
            case Handled.Unknown _ -> throw new ProblemException(Problem.notFound("alarm"));
            case Handled.Overtaken other ->
                    throw new ProblemException(
                            Problem.conflict(
                                    "handled",
                                    "Somebody else has handled it",
                                    "It is " + other.alarm().state() + "; nothing was changed."));
        };
    }

    private static Json.Members describe(Alarm alarm) {
        TreeMap<String, Json> facts = new TreeMap<>();
        alarm.facts().all().forEach((fact, value) -> facts.put(fact.name(), new Json.Text(value)));
        return Json.object()
                .put("id", alarm.id().toString())
                .put("kind", alarm.kind().name())
                .put("subject", alarm.subject().id())
                .put("state", alarm.state().name())
                .put("facts", new Json.Members(facts))
                .put("raisedAt", alarm.raisedAt().toString())
                .put("lastSeenAt", alarm.lastSeenAt().toString())
                .put("times", alarm.times())
                .end();
    }

    private static <E extends Enum<E>> Optional<E> chosen(E[] all, Optional<String> name) {
        return Arrays.stream(all)
                .filter(one -> name.filter(one.name()::equals).isPresent())
                .findFirst();
    }
}
