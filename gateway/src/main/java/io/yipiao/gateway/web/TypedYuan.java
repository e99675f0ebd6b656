package io.yipiao.gateway.web;

import io.yipiao.verifier.bill.Fen;

import java.util.Optional;

/** Amounts as people type them: 1,234.5 or ￥1234.50. */
public final class TypedYuan {
    private TypedYuan() {}

    /** Nothing if it is no amount of at most two decimals below a thousand million. */
    public static Optional<Fen> read(String typed) {
        String plain = typed.replaceAll("[,，¥￥\\s]", "");
        if (!plain.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        int dot = plain.indexOf('.');
        String yuan = dot < 0 ? plain : plain.substring(0, dot);
        String fen = dot < 0 ? "" : plain.substring(dot + 1);
        return Optional.of(
                new Fen(Long.parseLong(yuan) * 100 + Long.parseLong((fen + "00").substring(0, 2))));
    }
}
