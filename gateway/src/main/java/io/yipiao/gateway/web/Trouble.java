package io.yipiao.gateway.web;

import java.util.Optional;

/**
 * A page instead of the one that was asked for.
 *
 * @param tone as components have it
 * @param key the words: {@code trouble.KEY}, and {@code trouble.KEY.next} for what to do
 * @param argument what the words may name; empty if nothing
 * @param number of the request, for the telephone
 * @param kept what was sent and can be sent again with a button
 */
public record Trouble(
        int status, String tone, String key, String argument, String number, Optional<Kept> kept) {

    /**
     * A form that was not taken.
     *
     * @param path where it was sent
     * @param form what was typed
     */
    public record Kept(String path, Form form) {}

    Trouble(int status, String tone, String key, String argument, String number) {
        this(status, tone, key, argument, number, Optional.empty());
    }

    static Trouble missing(String number) {
        return new Trouble(404, "mute", "missing", "", number);
    }

    /** The same with what was typed. */
    Trouble keeping(String path, Form form) {
        return new Trouble(status, tone, key, argument, number, Optional.of(new Kept(path, form)));
    }
}
