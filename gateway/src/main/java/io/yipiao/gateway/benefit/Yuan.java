package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Fen;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Between exact amounts in yuan and whole fen, rounding half up. */
final class Yuan {
    private Yuan() {}

    static BigDecimal of(Fen fen) {
        return BigDecimal.valueOf(fen.value(), 2);
    }

    static Fen rounded(BigDecimal yuan) {
        return new Fen(yuan.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** The difference, or nothing where the second is greater. */
    static Fen less(Fen whole, Fen part) {
        return whole.minus(part.atMost(whole));
    }
}
