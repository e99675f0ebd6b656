package io.yipiao.gateway.watch;

/** What became of a wish about a freeze. */
public enum Lifting {
    DONE,
    /** It stands as wished already. */
    ALREADY,
    /** There is no freeze of this id, or it is over. */
    NOT_FROZEN,
    /** Nobody has asked to lift it, or that was decided already. */
    NOT_ASKED,
    /** Another wish to lift it waits for its answer. */
    ASKED_BEFORE,
    /** Whoever asked cannot confirm. */
    SAME_PERSON,
    /** The peers still differ: lifted now, it would begin anew at once. */
    STILL_DIFFERENT
}
