package io.yipiao.gateway.screen;

import java.util.UUID;

/**
 * What is likest to a bill.
 *
 * @param other the other bill
 * @param score from 0.7 to 1
 */
public record Alike(UUID other, double score) {
    public Level level() {
        return Level.of(score);
    }
}
