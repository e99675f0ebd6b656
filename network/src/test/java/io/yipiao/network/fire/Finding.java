package io.yipiao.network.fire;

/**
 * Something that must never be.
 *
 * @param kind what
 * @param sentence of whom, and why
 */
public record Finding(Kind kind, String sentence) {

    /** What a check can find. */
    public enum Kind {
        /** A client was told of it, and the blocks do not hold it. */
        LOST,
        /** Two claims of one class have a bill at the same time. */
        DOUBLE_STAMP,
        /** Something was carried out twice. */
        TWICE,
        /** More was taken of a bill than was paid, or something of a bill that was taken back. */
        LIMIT,
        /** The same request was answered in two ways. */
        CHANGED_ANSWER,
        /** A share that no client asked for. */
        UNASKED,
        /** A client was told no for a reason that was never true. */
        BASELESS
    }
}
