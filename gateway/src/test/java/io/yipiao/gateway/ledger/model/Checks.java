package io.yipiao.gateway.ledger.model;

import io.yipiao.gateway.ledger.model.Part.Done;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rules have in common: who may, what is refused, what was done before, what is answered. */
abstract class Checks {
    static final Map<String, String> BEGINS =
            Map.of("hold", "HELD", "holdAndStamp", "STAMPED", "net", "STAMPED");
    static final Map<String, String> FROM =
            Map.of(
                    "stamp", "HELD",
                    "release", "HELD",
                    "amend", "STAMPED",
                    "revoke", "STAMPED",
                    "recover", "RECOVERING",
                    "writeOff", "RECOVERING",
                    "netted", "RECOVERING");
    static final Map<String, String> TO =
            Map.of(
                    "stamp", "STAMPED",
                    "release", "RELEASED",
                    "amend", "STAMPED",
                    "revoke", "RECOVERING",
                    "writeOff", "WRITTEN_OFF",
                    "netted", "OFFSET");

    final State state;

    Checks(State state) {
        this.state = state;
    }

    void mayAct(Item item) throws No {
        No.when(!item.by().equals(item.payer()), "FORBIDDEN");
        No.when(!state.payers.containsKey(item.payer()), "UNKNOWN_PAYER");
    }

    void refuseSuspended(Item item) throws No {
        No.when(state.payer(item.payer()).suspended(), "SUSPENDED_PAYER");
    }

    static void refuseConflict(Place bill) throws No {
        No.when(bill.other().isPresent(), "CONFLICT");
    }

    static void refuseReversed(Place bill) throws No {
        No.when(bill.red().isPresent(), "REVERSED");
        No.when(
                bill.reds().stream().anyMatch(red -> red.total() == bill.bill().total()),
                "REVERSED");
    }

    Place known(Item item) throws No {
        Place place = state.at(item.index());
        No.when(place.awaiting() || place.alias(), "UNKNOWN_BILL");
        return place;
    }

    /** What this very turn did before, whatever happened since. */
    static Optional<Done> first(Place bill, Item item) throws No {
        List<Done> before =
                bill.parts().stream()
                        .filter(part -> part.isOf(item.payer(), item.claim()))
                        .flatMap(part -> part.acts().stream())
                        .filter(act -> act.operation().equals(item.function()))
                        .filter(act -> act.n() == item.n())
                        .toList();
        No.when(before.stream().anyMatch(act -> !act.request().equals(item.request())), "MISMATCH");
        return before.stream().findFirst();
    }

    static Part movable(Place bill, String operation, Item item) throws No {
        List<Part> parts = bill.of(item.payer(), item.claim());
        No.when(parts.isEmpty(), "UNKNOWN_SHARE");
        Optional<Part> movable =
                parts.stream()
                        .filter(part -> part.state().equals(FROM.getOrDefault(operation, "")))
                        .findFirst();
        No.when(movable.isEmpty(), "WRONG_STATE");
        return movable.get();
    }

    static Place split(Place bill, Part part, long fen, String to, Done act) throws No {
        No.when(fen > part.fen(), "EXCEEDED");
        List<Part> parts = new ArrayList<>();
        for (Part one : bill.parts()) {
            if (!one.equals(part)) {
                parts.add(one);
            } else if (fen == part.fen()) {
                parts.add(part.then(fen, to, act));
            } else {
                parts.add(part.with(fen, to, List.of()));
                parts.add(part.then(part.fen() - fen, part.state(), act));
            }
        }
        return bill.with(Part.joined(parts));
    }

    static Part with(Part part, Optional<String> result, Optional<String> reason) {
        return new Part(
                part.payer(),
                part.kind(),
                part.claim(),
                part.fen(),
                part.state(),
                result,
                reason,
                part.acts());
    }

    static Optional<String> result(Item item) {
        return item.result().isEmpty() ? Optional.empty() : Optional.of(item.result());
    }

    static Done done(String operation, Item item) {
        return new Done(operation, item.n(), item.request(), item.fen(), item.to());
    }

    Map<String, Object> conflict(Opened found) {
        state.put(found.index(), found.place());
        return outcome("CONFLICT", found.index());
    }

    static Map<String, Object> answer(Done act, String index) {
        boolean begins = BEGINS.containsKey(act.operation());
        String led = act.to().orElse((begins ? BEGINS : TO).getOrDefault(act.operation(), ""));
        Map<String, Object> answer = outcome(led, index);
        answer.put("fen", act.fen());
        if (begins) {
            answer.put("state", "OPEN");
        }
        return answer;
    }

    static Map<String, Object> outcome(String outcome, String index) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("outcome", outcome);
        answer.put("index", index);
        return answer;
    }

    static Map<String, Object> redAnswer(String outcome, String original, String red) {
        Map<String, Object> answer = outcome(outcome, original);
        answer.put("red", red);
        return answer;
    }
}
