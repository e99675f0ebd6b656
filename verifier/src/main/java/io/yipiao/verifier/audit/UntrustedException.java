package io.yipiao.verifier.audit;

/** Somebody's word does not count; the message says whose and why. */
final class UntrustedException extends Exception {
    private final String why;

    UntrustedException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
