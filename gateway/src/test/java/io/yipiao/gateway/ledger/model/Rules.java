package io.yipiao.gateway.ledger.model;

import io.yipiao.gateway.ledger.model.Content.Kind;

import java.util.List;
import java.util.Map;

/** What each operation does, and when it is refused. */
final class Rules {
    private final State state;
    private final Openings openings;
    private final Moves moves;

    Rules(State state) {
        this.state = state;
        this.openings = new Openings(state);
        this.moves = new Moves(state);
    }

    /** What an item is answered; what it writes stands only if it is. */
    Map<String, Object> play(Item item) throws No {
        try {
            Map<String, Object> answer = carryOut(item);
            state.keep();
            return answer;
        } finally {
            state.forget();
        }
    }

    /** The places that an item lays its hand on: no call may name one twice. */
    List<String> names(Item item) {
        if (item.content().isEmpty()) {
            return List.of(Opened.follow(state, item.index()));
        }
        Content content = item.bill();
        boolean two =
                content.is(Kind.EXCHANGES)
                        || item.function().equals("net")
                        || item.function().equals("reverse");
        String own = two ? content.index() : Opened.follow(state, content.index());
        if (!two) {
            return List.of(own);
        }
        String other = Opened.follow(state, content.other().index());
        return own.equals(other) ? List.of(own) : List.of(own, other);
    }

    private Map<String, Object> carryOut(Item item) throws No {
        return switch (item.function()) {
            case "hold", "holdAndStamp" -> openings.hold(item);
            case "net" -> openings.net(item);
            case "attest" -> openings.attest(item);
            case "reverse" -> openings.reverse(item);
            case "exchange" -> openings.exchange(item);
            case "stamp", "amend" -> moves.move(item);
            case "release" -> moves.release(item);
            case "revoke", "recover" -> moves.part(item);
            case "writeOff" -> moves.writeOff(item);
            default -> throw new IllegalArgumentException(item.function());
        };
    }
}
