package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Fen;

/**
 * A following payer's year for one person.
 *
 * @param counted the amounts it has looked at
 * @param paid what it has paid
 */
public record PayerYear(Fen counted, Fen paid) {
    public static final PayerYear NOTHING = new PayerYear(Fen.ZERO, Fen.ZERO);
}
