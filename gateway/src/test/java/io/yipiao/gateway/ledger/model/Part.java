package io.yipiao.gateway.ledger.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A share of a bill, or a part of one.
 *
 * @param kind the payer's class
 */
record Part(
        String payer,
        String kind,
        String claim,
        long fen,
        String state,
        Optional<String> result,
        Optional<String> reason,
        List<Done> acts) {
    private static final Set<String> OCCUPIED =
            Set.of("HELD", "STAMPED", "RECOVERING", "WRITTEN_OFF");

    /**
     * What was done to it.
     *
     * @param request what was asked for, to tell a repeat
     */
    record Done(String operation, int n, String request, long fen, Optional<String> to) {}

    Part {
        acts = List.copyOf(acts);
    }

    boolean occupied() {
        return OCCUPIED.contains(state);
    }

    boolean isOf(String who, String which) {
        return payer.equals(who) && claim.equals(which);
    }

    boolean excludes(String otherKind, String other) {
        return occupied()
                && kind.equals(otherKind)
                && (!kind.equals("COMMERCIAL") || payer.equals(other));
    }

    boolean netted() {
        return acts.stream().anyMatch(act -> act.operation.equals("netted"));
    }

    Part with(long amount, String next, List<Done> done) {
        return new Part(payer, kind, claim, amount, next, result, reason, done);
    }

    Part then(long amount, String next, Done act) {
        List<Done> more = new ArrayList<>(acts);
        more.add(act);
        return with(amount, next, more);
    }

    /** Where a red bill leads it. */
    Part takenBack() {
        return switch (state) {
            case "HELD" -> with(fen, "RELEASED", acts);
            case "STAMPED" -> with(fen, "RECOVERING", acts);
            default -> this;
        };
    }

    /** Parts of one claim in one state come together, but for what is held or was given back. */
    static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            int same = -1;
            for (int i = 0; i < joined.size() && same < 0; i++) {
                boolean stays = part.state.equals("HELD") || part.state.equals("RELEASED");
                boolean alike =
                        joined.get(i).isOf(part.payer, part.claim)
                                && joined.get(i).state.equals(part.state);
                same = alike && !stays ? i : -1;
            }
            if (same < 0) {
                joined.add(part);
            } else {
                Part first = joined.get(same);
                List<Done> acts = new ArrayList<>(first.acts);
                acts.addAll(part.acts);
                joined.set(same, first.with(first.fen + part.fen, first.state, acts));
            }
        }
        return joined;
    }

    /** What a limit leaves: the oldest first, one claim a class. */
    static List<Part> within(long limit, List<Part> parts) {
        List<Part> kept = new ArrayList<>();
        long left = limit;
        for (Part part : parts) {
            boolean open = part.state.equals("HELD") || part.state.equals("STAMPED");
            boolean out =
                    kept.stream()
                            .anyMatch(older ->
                                    older.excludes(part.kind, part.payer)
                                            && !older.isOf(part.payer, part.claim));
            long stays = part.fen;
            if (open) {
                stays = out ? 0 : Math.min(part.fen, Math.max(0, left));
            }
            left -= part.occupied() ? stays : 0;
            if (stays == part.fen) {
                kept.add(part);
            } else if (stays == 0) {
                kept.add(part.takenBack());
            } else {
                kept.add(part.with(part.fen - stays, part.takenBack().state, List.of()));
                kept.add(part.with(stays, part.state, part.acts));
            }
        }
        return joined(kept);
    }

    /** As it stands on the ledger, but for the digests of requests. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("payer", payer);
        json.put("class", kind);
        json.put("claim", claim);
        json.put("fen", fen);
        json.put("state", state);
        result.ifPresent(value -> json.put("result", value));
        reason.ifPresent(value -> json.put("reason", value));
        List<Object> done = new ArrayList<>();
        for (Done act : acts) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("operation", act.operation);
            one.put("n", (long) act.n);
            one.put("fen", act.fen);
            act.to.ifPresent(value -> one.put("to", value));
            done.add(one);
        }
        json.put("acts", done);
        return json;
    }
}
