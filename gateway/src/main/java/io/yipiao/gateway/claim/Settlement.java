package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.Fen;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A part of a recovery that was closed, or is being closed.
 *
 * @param n numbers it within its claim, on the ledger too
 * @param bill of which the share is closed
 * @param other OFFSET: the claim whose payment is less by it
 * @param digest PENDING: what another organisation confirms, 64 hexadecimal digits
 * @param note a voucher's number, or why it is given up
 * @param name who recorded it
 */
public record Settlement(
        ClaimNumber claim,
        int n,
        UUID bill,
        Kind kind,
        Fen fen,
        State state,
        Optional<ClaimNumber> other,
        Optional<String> digest,
        String note,
        String name,
        Instant at) {

    /** How it is closed, in the ledger's words. */
    public enum Kind {
        /** 已退回: the money came back. */
        REPAID,
        /** 抵扣: another payment is less by it. */
        OFFSET,
        /** 核销: it is given up. */
        WRITTEN_OFF
    }

    /** How far it is; what is not in {@link #next()} never happens. */
    public enum State {
        /** Kept here, and on its way to the ledger. */
        RECORDED,
        /** WRITTEN_OFF: asked for; another organisation has to confirm it. */
        PENDING,
        /** The ledger has it; its receipt is still to be fetched. */
        ON_LEDGER,
        CLOSED,
        /** WRITTEN_OFF: more came back meanwhile than it would have left. */
        LAPSED;

        /** All states it may go to from here. */
        public Set<State> next() {
            return switch (this) {
                case RECORDED -> EnumSet.of(PENDING, ON_LEDGER, LAPSED);
                case PENDING -> EnumSet.of(ON_LEDGER, LAPSED);
                case ON_LEDGER -> EnumSet.of(CLOSED);
                case CLOSED, LAPSED -> EnumSet.noneOf(State.class);
            };
        }
    }
}
