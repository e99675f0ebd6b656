package io.yipiao.gateway.ledger.model;

import io.yipiao.gateway.ledger.model.Content.Kind;
import io.yipiao.gateway.ledger.model.Part.Done;
import io.yipiao.gateway.ledger.model.Place.Red;
import io.yipiao.gateway.ledger.model.State.Applied;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Calls that bring a bill: they open it, and take of it, note, take back or point at it. */
final class Openings extends Checks {
    Openings(State state) {
        super(state);
    }

    Map<String, Object> hold(Item item) throws No {
        mayAct(item);
        Opened found = Opened.find(state, item);
        Optional<Done> first = found.same() ? first(found.place(), item) : Optional.empty();
        if (first.isPresent()) {
            return answer(first.get(), found.index());
        }
        refuseSuspended(item);
        No.when(item.bill().is(Kind.REVERSES), "BAD_OPENING");
        if (!found.same()) {
            return conflict(found);
        }
        settleReplaced(found.place());
        return begin(item, found);
    }

    Map<String, Object> net(Item item) throws No {
        mayAct(item);
        Opened found = Opened.find(state, item);
        Optional<Done> first = found.same() ? first(found.place(), item) : Optional.empty();
        if (first.isPresent()) {
            return answer(first.get(), found.index());
        }
        refuseSuspended(item);
        if (!found.same()) {
            return conflict(found);
        }
        String index = Opened.follow(state, item.bill().other().index());
        Place original = state.at(index);
        No.when(original.awaiting(), "UNKNOWN_BILL");
        No.when(original.bill().issuer() != item.bill().issuer(), "BAD_OPENING");
        No.when(original.other().isPresent(), "CONFLICT");
        No.when(original.red().isEmpty(), "WAITS");
        Part owed = movable(original, "netted", item);
        state.put(index, split(original, owed, item.fen(), "OFFSET", done("netted", item)));
        return begin(item, found);
    }

    /** Takes a share of a bill that has room for it. */
    Map<String, Object> begin(Item item, Opened found) throws No {
        Place bill = found.place();
        refuseConflict(bill);
        refuseReversed(bill);
        No.when(bill.provenance().equals("EXCHANGED"), "WAITS");
        String kind = state.payer(item.payer()).kind();
        No.when(
                bill.parts().stream().anyMatch(part -> part.excludes(kind, item.payer())),
                "OCCUPIED");
        No.when(item.fen() > bill.free(), "EXCEEDED");
        Done act = done(item.function(), item);
        List<Part> parts = new ArrayList<>(bill.parts());
        parts.add(
                new Part(
                        item.payer(),
                        kind,
                        item.claim(),
                        item.fen(),
                        BEGINS.getOrDefault(item.function(), ""),
                        result(item),
                        Optional.empty(),
                        List.of(act)));
        state.put(found.index(), bill.with(parts));
        return answer(act, found.index());
    }

    Map<String, Object> attest(Item item) throws No {
        mayAct(item);
        Opened found = Opened.find(state, item);
        if (found.same()) {
            for (Map<String, Object> noted : found.place().attested()) {
                boolean again =
                        item.payer().equals(noted.get("payer"))
                                && item.claim().equals(noted.get("claim"))
                                && Objects.equals(noted.get("n"), (long) item.n());
                No.when(again && !item.request().equals(noted.get("request")), "MISMATCH");
                if (again) {
                    return outcome("ATTESTED", found.index());
                }
            }
        }
        refuseSuspended(item);
        No.when(item.bill().is(Kind.REVERSES), "BAD_OPENING");
        if (!found.same()) {
            return conflict(found);
        }
        refuseConflict(found.place());
        refuseReversed(found.place());
        Map<String, Object> noted = new LinkedHashMap<>();
        noted.put("payer", item.payer());
        noted.put("class", state.payer(item.payer()).kind());
        noted.put("claim", item.claim());
        noted.put("n", (long) item.n());
        noted.put("result", item.result());
        noted.put("request", item.request());
        state.put(found.index(), found.place().attesting(List.of(noted)));
        return outcome("ATTESTED", found.index());
    }

    Map<String, Object> reverse(Item item) throws No {
        Opened.check(item);
        Content red = item.bill();
        String named = red.other().index();
        No.when(red.index().equals(named), "BAD_OPENING");
        Applied applied = state.redsAt(red.index()).get(red.issuer());
        if (applied != null) {
            No.when(!applied.fingerprint().equals(red.fingerprint()), "CONFLICT");
            return redAnswer("ALREADY", named, red.index());
        }
        String index = Opened.follow(state, named);
        Place original = state.at(index);
        String outcome = "NOT_COUNTED";
        Red one = new Red(red.index(), red.issuer(), red.total());
        if (original.awaiting() || original.provenance().equals("CLAIMED")) {
            List<Red> own =
                    original.reds().stream().filter(r -> r.issuer() == red.issuer()).toList();
            if (own.size() < 8 && own.stream().noneMatch(r -> r.total() == red.total())) {
                List<Red> more = new ArrayList<>(original.reds());
                more.add(one);
                state.put(index, original.waiting(more));
                outcome = "AWAITING";
            }
        } else if (original.red().isEmpty() && one.countsFor(original.bill())) {
            state.put(index, original.takenBack(red.index()));
            outcome = "REVERSED";
        }
        state.putRed(red.index(), red.issuer(), new Applied(named, red.fingerprint(), outcome));
        return redAnswer(outcome, named, red.index());
    }

    Map<String, Object> exchange(Item item) throws No {
        Content paper = item.bill();
        Place standing = state.at(paper.index());
        boolean known =
                standing.alias() && standing.bill().fingerprint().equals(paper.fingerprint());
        Opened found = Opened.find(state, item);
        if (!found.same()) {
            return conflict(found);
        }
        if (!known) {
            state.put(found.index(), found.place());
        }
        Map<String, Object> answer = outcome(known ? "ALREADY" : "EXCHANGED", paper.index());
        answer.put("aliasOf", found.index());
        return answer;
    }

    /** A bill that replaces another waits until that is taken back and nothing of it is taken. */
    void settleReplaced(Place bill) throws No {
        if (bill.replaces().isEmpty()) {
            return;
        }
        String index = Opened.follow(state, bill.replaces().get());
        Place original = state.at(index);
        long issuer = bill.bill().issuer();
        if (original.awaiting()) {
            No.when(original.reds().stream().noneMatch(red -> red.issuer() == issuer), "WAITS");
            state.put(index, original.replacedBy(issuer));
            return;
        }
        No.when(original.red().isEmpty(), "WAITS");
        No.when(
                original.parts().stream().anyMatch(part -> part.occupied() && !part.netted()),
                "WAITS");
    }
}
