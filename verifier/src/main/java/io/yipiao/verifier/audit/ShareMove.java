package io.yipiao.verifier.audit;

import static io.yipiao.verifier.receipt.ShareState.HELD;
import static io.yipiao.verifier.receipt.ShareState.OFFSET;
import static io.yipiao.verifier.receipt.ShareState.RECOVERING;
import static io.yipiao.verifier.receipt.ShareState.RELEASED;
import static io.yipiao.verifier.receipt.ShareState.REPAID;
import static io.yipiao.verifier.receipt.ShareState.STAMPED;
import static io.yipiao.verifier.receipt.ShareState.WRITTEN_OFF;

import io.yipiao.verifier.receipt.ShareState;

import java.util.List;
import java.util.Optional;

/**
 * A move of a share that the rules allow. {@link #TABLE} holds all of them.
 *
 * @param function the call that makes it
 * @param from where the share stood; nowhere if the call begins it
 * @param to where it, or the part of it that moves, stands then
 * @param amount what becomes of its fen
 */
record ShareMove(String function, Optional<ShareState> from, ShareState to, Amount amount) {

    /** What becomes of a share's fen. */
    enum Amount {
        /** All of it moves. */
        WHOLE,
        /** A part may move, and the rest stays; nothing is lost. */
        SPLIT,
        /** Less may move than was there, and the rest is free again. */
        LESS,
        /** It grows. */
        MORE
    }

    /**
     * Besides what a call does: an issuer's word takes the place of a payer's, and of what was
     * taken on that the excess is taken back, or all of it by a red bill that waited.
     */
    static final String PROMOTION = "promotion";

    static final List<ShareMove> TABLE =
            List.of(
                    begin("hold", HELD),
                    begin("holdAndStamp", STAMPED),
                    move("stamp", HELD, STAMPED, Amount.LESS),
                    move("release", HELD, RELEASED, Amount.WHOLE),
                    move("reverse", HELD, RELEASED, Amount.WHOLE),
                    move("reverse", STAMPED, RECOVERING, Amount.WHOLE),
                    move("revoke", STAMPED, RECOVERING, Amount.SPLIT),
                    move("recover", RECOVERING, REPAID, Amount.SPLIT),
                    move("recover", RECOVERING, OFFSET, Amount.SPLIT),
                    move("writeOff", RECOVERING, WRITTEN_OFF, Amount.SPLIT),
                    move("amend", STAMPED, STAMPED, Amount.MORE),
                    move("net", RECOVERING, OFFSET, Amount.SPLIT),
                    begin("net", STAMPED),
                    // A paper's red bill that waited for the exchange takes back the bill.
                    move("exchange", HELD, RELEASED, Amount.WHOLE),
                    move("exchange", STAMPED, RECOVERING, Amount.WHOLE),
                    move(PROMOTION, HELD, RELEASED, Amount.SPLIT),
                    move(PROMOTION, STAMPED, RECOVERING, Amount.SPLIT));

    /** Whether a call may begin a share so. */
    static boolean begins(String function, ShareState to) {
        return find(function, Optional.empty(), to).isPresent();
    }

    /** The row for a call's move between two states. */
    static Optional<ShareMove> of(String function, ShareState from, ShareState to) {
        return find(function, Optional.of(from), to);
    }

    /**
     * Whether a claim may lose so much in one state, gain so much in the other, and keep the rest.
     */
    boolean allows(long lost, long gained, long stayed) {
        return switch (amount) {
            case WHOLE -> gained == lost && stayed == 0;
            case SPLIT -> gained == lost;
            case LESS -> gained <= lost && stayed == 0;
            case MORE -> false;
        };
    }

    private static Optional<ShareMove> find(
            String function, Optional<ShareState> from, ShareState to) {
        return TABLE.stream()
                .filter(row -> row.function.equals(function))
                .filter(row -> row.from.equals(from) && row.to == to)
                .findFirst();
    }

    private static ShareMove begin(String function, ShareState to) {
        return new ShareMove(function, Optional.empty(), to, Amount.WHOLE);
    }

    private static ShareMove move(String function, ShareState from, ShareState to, Amount amount) {
        return new ShareMove(function, Optional.of(from), to, amount);
    }
}
