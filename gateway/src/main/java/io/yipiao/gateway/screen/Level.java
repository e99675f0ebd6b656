package io.yipiao.gateway.screen;

/** How likely it is that two bills are for the same care. */
public enum Level {
    /** Two reviewers decide. */
    HIGH(0.9),
    /** A person should look at it. */
    MEDIUM(0.7),
    /** Not worth anybody's time; nothing is kept of it. */
    LOW(0);

    private final double from;

    Level(double from) {
        this.from = from;
    }

    /** The level of a score from 0 to 1. */
    public static Level of(double score) {
        for (Level level : values()) {
            if (score >= level.from) {
                return level;
            }
        }
        throw new IllegalArgumentException("not a score: " + score);
    }

    /** The least score of this level. */
    public double from() {
        return from;
    }
}
