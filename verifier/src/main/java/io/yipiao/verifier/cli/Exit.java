package io.yipiao.verifier.cli;

/** What the command tells the shell. */
final class Exit {
    /** All that was asked for was done, and is good. */
    static final int GOOD = 0;

    /**
     * What was looked at is not good: a bad verdict, a difference, a receipt that proves nothing.
     */
    static final int BAD = 1;

    /** The call, or a file it names, cannot be used; picocli's own number for it. */
    static final int UNUSABLE = 2;

    /** A fault of this program. */
    static final int FAULT = 3;

    private Exit() {}
}
