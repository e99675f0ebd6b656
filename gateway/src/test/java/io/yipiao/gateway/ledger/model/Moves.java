package io.yipiao.gateway.ledger.model;

import io.yipiao.gateway.ledger.model.Part.Done;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calls that name a place: they move a share that stands there. */
final class Moves extends Checks {
    Moves(State state) {
        super(state);
    }

    /** {@code stamp}, at most what is held, and {@code amend}, to more than was stamped. */
    Map<String, Object> move(Item named) throws No {
        Item item = named.at(Opened.follow(state, named.index()));
        mayAct(item);
        Place bill = known(item);
        Optional<Done> first = first(bill, item);
        if (first.isPresent()) {
            return answer(first.get(), item.index());
        }
        refuseSuspended(item);
        refuseConflict(bill);
        refuseReversed(bill);
        Part part = movable(bill, item.function(), item);
        if (item.function().equals("amend")) {
            No.when(item.fen() <= part.fen(), "NOT_HIGHER");
            No.when(item.fen() - part.fen() > bill.free(), "EXCEEDED");
        } else {
            No.when(item.fen() > part.fen(), "EXCEEDED");
        }
        Done act = done(item.function(), item);
        Part moved = part.then(item.fen(), "STAMPED", act);
        put(item.index(), bill, part, with(moved, result(item), moved.reason()));
        return answer(act, item.index());
    }

    Map<String, Object> release(Item named) throws No {
        Item item = named.at(Opened.follow(state, named.index()));
        if (item.by().equals("supervisor")) {
            No.when(item.reason().isEmpty(), "BAD_REQUEST");
        } else {
            mayAct(item);
        }
        Place bill = known(item);
        Optional<Done> first = first(bill, item);
        if (first.isPresent()) {
            return answer(first.get(), item.index());
        }
        Part held = movable(bill, "release", item);
        Done act = new Done("release", item.n(), item.request(), held.fen(), Optional.empty());
        put(
                item.index(),
                bill,
                held,
                with(held.then(held.fen(), "RELEASED", act), held.result(), item.reason()));
        return answer(act, item.index());
    }

    /** {@code revoke} and {@code recover}: all of a share or a part. */
    Map<String, Object> part(Item named) throws No {
        Item item = named.at(Opened.follow(state, named.index()));
        mayAct(item);
        Place bill = known(item);
        Optional<Done> first = first(bill, item);
        if (first.isPresent()) {
            return answer(first.get(), item.index());
        }
        refuseSuspended(item);
        Part part = movable(bill, item.function(), item);
        String to = item.to().orElse(TO.getOrDefault(item.function(), ""));
        Done act = done(item.function(), item);
        state.put(item.index(), split(bill, part, item.fen(), to, act));
        return answer(act, item.index());
    }

    Map<String, Object> writeOff(Item named) throws No {
        Item item = named.at(Opened.follow(state, named.index()));
        Place bill = known(item);
        if (first(bill, item).isPresent()) {
            return new LinkedHashMap<>(Map.of("outcome", "ALREADY"));
        }
        Part part = movable(bill, "writeOff", item);
        state.put(
                item.index(), split(bill, part, item.fen(), "WRITTEN_OFF", done("writeOff", item)));
        return new LinkedHashMap<>(Map.of("outcome", "DONE"));
    }

    private void put(String index, Place bill, Part before, Part after) {
        state.put(
                index,
                bill.with(
                        bill.parts().stream()
                                .map(part -> part.equals(before) ? after : part)
                                .toList()));
    }
}
