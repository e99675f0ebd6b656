package io.yipiao.network.bench;

import java.util.Locale;

/** What a number counts. */
public enum Unit {
    PER_SECOND("/s"),
    SECONDS(" s"),
    MILLISECONDS(" ms"),
    BYTES(" B");

    private final String sign;

    Unit(String sign) {
        this.sign = sign;
    }

    /** Three digits that mean something, and the unit's sign. */
    public String write(double value) {
        String number = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, number, value) + sign;
    }

    /** Whether a greater number is a better one. */
    public boolean moreIsBetter() {
        return this == PER_SECOND;
    }
}
