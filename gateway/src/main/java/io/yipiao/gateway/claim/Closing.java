package io.yipiao.gateway.claim;

import io.yipiao.gateway.claim.Settlement.Kind;
import io.yipiao.verifier.bill.Fen;

import java.util.Optional;

/**
 * How a recovery, or a part of it, is to be closed.
 *
 * @param fen how much; nothing for OFFSET, which takes what the next payments give
 * @param note a voucher's number, or why it is given up; not blank
 */
public record Closing(Kind kind, Optional<Fen> fen, String note) {
    public Closing {
        if (note.isBlank()) {
            throw new IllegalArgumentException("a recovery is closed with a note");
        }
        if (fen.isEmpty() != (kind == Kind.OFFSET) || fen.filter(Fen::isZero).isPresent()) {
            throw new IllegalArgumentException(kind + " of " + fen);
        }
    }

    public static Closing repaid(Fen fen, String voucher) {
        return new Closing(Kind.REPAID, Optional.of(fen), voucher);
    }

    /** From the next payments of the same payer for the same patient. */
    public static Closing fromNext(String note) {
        return new Closing(Kind.OFFSET, Optional.empty(), note);
    }

    public static Closing writtenOff(Fen fen, String reason) {
        return new Closing(Kind.WRITTEN_OFF, Optional.of(fen), reason);
    }
}
