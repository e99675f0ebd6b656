package io.yipiao.gateway.web;

import java.util.Optional;

/**
 * One step of a time line.
 *
 * @param state {@code done}, {@code now}, {@code paused}, {@code failed} or {@code ahead}
 * @param at when it was reached
 */
public record Step(String title, String state, Optional<String> at, Optional<String> note) {
    public Icon icon() {
        return switch (state) {
            case "done" -> Icon.TICK;
            case "now" -> Icon.CLOCK;
            case "paused" -> Icon.PAUSE;
            case "failed" -> Icon.CROSS;
            default -> Icon.AHEAD;
        };
    }
}
