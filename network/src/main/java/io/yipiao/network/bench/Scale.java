package io.yipiao.network.bench;

/** How much is measured: in CI, by hand, and overnight. */
public enum Scale {
    /** Under three minutes. */
    SMALL,
    /** Some twenty minutes. */
    USUAL,
    /** Hours. */
    FULL;

    /** Of three sizes the one for this scale. */
    public int of(int small, int usual, int full) {
        return switch (this) {
            case SMALL -> small;
            case USUAL -> usual;
            case FULL -> full;
        };
    }

    /** How often each contender runs. */
    public int runs() {
        return of(3, 5, 9);
    }
}
