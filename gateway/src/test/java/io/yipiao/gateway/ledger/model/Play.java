package io.yipiao.gateway.ledger.model;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Plays sequences side by side on the model and on a ledger: the moves that are theirs at one step
 * go together in bulk calls, each on bills of its own, and every answer is compared.
 */
final class Play {
    /** A call with these items and proofs stays below 1 MiB. */
    private static final int MOST_ITEMS = 250;

    private static final Caller FINANCE = new Caller(Organisation.FINANCE, "admin");

    private final LedgerClient ledger;
    private final State state;
    private final Rules rules;
    private final Group group;
    private final Map<String, Integer> outcomes;

    /**
     * @param outcomes counts what came out, by function and outcome or code
     */
    Play(LedgerClient ledger, State state, Group group, Map<String, Integer> outcomes) {
        this.ledger = ledger;
        this.state = state;
        this.rules = new Rules(state);
        this.group = group;
        this.outcomes = outcomes;
    }

    private record Turn(int scene, Move move) {}

    /** Plays the step of each sequence that has one, in a fixed order. */
    void step(List<List<Move>> sequences, int step) throws Differs {
        Map<String, List<Turn>> calls = new LinkedHashMap<>();
        for (int scene = 0; scene < sequences.size(); scene++) {
            if (step < sequences.get(scene).size()) {
                Move move = sequences.get(scene).get(step);
                if (move.function().equals("writeOff")) {
                    writeOff(scene, step, move);
                } else {
                    calls.computeIfAbsent(move.function() + move.by(), key -> new ArrayList<>())
                            .add(new Turn(scene, move));
                }
            }
        }
        for (int scene = step % 7; scene < sequences.size(); scene += 7) {
            if (step + 1 < sequences.get(scene).size()) {
                together(scene, step, sequences.get(scene));
            }
        }
        for (List<Turn> turns : calls.values()) {
            for (int from = 0; from < turns.size(); from += MOST_ITEMS) {
                int to = Math.min(turns.size(), from + MOST_ITEMS);
                play(turns.subList(from, to), step);
            }
        }
    }

    private void play(List<Turn> turns, int step) throws Differs {
        List<Map<String, Object>> expected = new ArrayList<>();
        for (Turn turn : turns) {
            expected.add(expected(turn));
        }
        try {
            Endorsed endorsed = endorse(call(turns));
            List<Object> answers = Plain.list(endorsed.answer());
            for (int i = 0; i < turns.size(); i++) {
                compare(turns.get(i), step, expected.get(i), answers.get(i));
            }
            submit(endorsed);
        } catch (Refused refusal) {
            // All are refused, and the call says why of the first only.
            compare(turns.getFirst(), step, expected.getFirst(), refused(refusal));
            for (int i = 1; i < turns.size(); i++) {
                compare(turns.get(i), step, expected.get(i), asked(List.of(turns.get(i))));
            }
        }
    }

    /** Two moves in one call are refused whole where they lay their hands on one place. */
    private void together(int scene, int step, List<Move> sequence) throws Differs {
        Move move = sequence.get(step);
        Move next = sequence.get(step + 1);
        boolean alike = move.function().equals(next.function()) && move.by().equals(next.by());
        List<String> names = rules.names(group.item(scene, move));
        List<String> others = rules.names(group.item(scene, next));
        if (alike
                && !move.function().equals("writeOff")
                && names.stream().anyMatch(others::contains)) {
            Turn turn = new Turn(scene, move);
            outcomes.merge(move.function() + " REPEATED", 1, Integer::sum);
            compare(turn, step, refused("REPEATED"), asked(List.of(turn, new Turn(scene, next))));
        }
    }

    private Map<String, Object> expected(Turn turn) {
        Map<String, Object> answer;
        try {
            answer = rules.play(group.item(turn.scene, turn.move));
        } catch (No no) {
            answer = refused(no.code());
        }
        Object code = answer.getOrDefault("code", answer.getOrDefault("outcome", ""));
        outcomes.merge(turn.move.function() + " " + code, 1, Integer::sum);
        return answer;
    }

    /** Insurance asks, Finance confirms. */
    private void writeOff(int scene, int step, Move move) throws Differs {
        Turn turn = new Turn(scene, move);
        Map<String, Object> expected = expected(turn);
        compare(turn, step, expected, administer("writeOff", group.json(scene, move)));
    }

    /** What two administrators' calls come to. */
    private Object administer(String function, Json arguments) {
        try {
            Object asked = Plain.of(settle(Call.of(Caller.ADMIN, function).with(arguments)));
            return asked.equals(Map.of("outcome", "PENDING"))
                    ? Plain.of(settle(Call.of(FINANCE, function).with(arguments)))
                    : asked;
        } catch (Refused refusal) {
            return refused(refusal);
        }
    }

    private byte[] settle(Call call) throws Refused {
        Endorsed endorsed = endorse(call);
        submit(endorsed);
        return endorsed.answer();
    }

    private Endorsed endorse(Call call) throws Refused {
        try {
            return ledger.endorse(call);
        } catch (RaceLost e) {
            throw new AssertionError("nobody else is at this ledger", e);
        }
    }

    private void submit(Endorsed endorsed) {
        if (!(ledger.submit(endorsed.envelope()) instanceof Commit.Committed)) {
            throw new AssertionError("nobody else is at this ledger");
        }
    }

    /** What a call would be answered first. */
    private Object asked(List<Turn> turns) {
        try {
            return Plain.list(ledger.evaluate(call(turns))).getFirst();
        } catch (Refused refusal) {
            return refused(refusal);
        }
    }

    private Call call(List<Turn> turns) {
        Move first = turns.getFirst().move;
        List<Json> items = new ArrayList<>();
        for (Turn turn : turns) {
            items.add(group.json(turn.scene, turn.move));
        }
        Call call = Call.of(caller(first.by()), first.function()).with(new Json.Items(items));
        for (int i = 0; i < turns.size() && first.bringsBill(); i++) {
            Turn turn = turns.get(i);
            call = call.withSecret("open/" + i, group.secret(turn.scene, turn.move));
        }
        return call;
    }

    private static Caller caller(String by) {
        return switch (by) {
            case "intake" -> Caller.INTAKE;
            case "supervisor" -> Caller.SUPERVISOR;
            default -> Caller.claims(by);
        };
    }

    private static void compare(Turn turn, int step, Object expected, Object found) throws Differs {
        if (!expected.equals(found)) {
            throw new Differs(turn.scene, step, turn.move.toString(), expected, found);
        }
    }

    private static Map<String, Object> refused(Refused refusal) {
        return refused(refusal.code().name());
    }

    private static Map<String, Object> refused(String code) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("outcome", "REFUSED");
        answer.put("code", code);
        return answer;
    }

    /** Compares what stands at every place of every scene. */
    void compareStates(int step) throws Differs, Refused {
        for (int scene = 0; scene < group.size(); scene++) {
            List<String> indexes = group.indexes(scene);
            Call status = Call.of(Caller.INTAKE, "status").with(Json.texts(indexes));
            List<Object> found = Plain.list(ledger.evaluate(status));
            for (int i = 0; i < indexes.size(); i++) {
                compareState(scene, step, indexes.get(i), found.get(i));
            }
            for (String red : group.reds(scene)) {
                compareRed(scene, step, red);
            }
        }
    }

    private void compareState(int scene, int step, String index, Object found) throws Differs {
        boolean agrees =
                state.has(index) ? state.at(index).json().equals(found) : Plain.isNothing(found);
        if (!agrees) {
            Object model = state.has(index) ? state.at(index).json() : "nothing";
            throw new Differs(scene, step, "bill/" + index, model, found);
        }
    }

    private void compareRed(int scene, int step, String index) throws Differs, Refused {
        Call history = Call.of(Caller.INTAKE, "history").with("red/" + index);
        List<Object> changes = Plain.list(ledger.evaluate(history));
        Object found =
                changes.isEmpty()
                        ? Map.of()
                        : Objects.requireNonNull(((Map<?, ?>) changes.getFirst()).get("value"));
        Map<String, Object> model = state.redJson(index);
        if (!model.equals(found)) {
            throw new Differs(scene, step, "red/" + index, model, found);
        }
    }
}
