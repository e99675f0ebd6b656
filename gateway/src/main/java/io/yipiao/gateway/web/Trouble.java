package io.yipiao.gateway.web;

/**
 * A page instead of the one that was asked for.
 *
 * @param tone as components have it
 * @param key the words: {@code trouble.KEY}, and {@code trouble.KEY.next} for what to do
 * @param argument what the words may name; empty if nothing
 * @param number of the request, for the telephone
 */
public record Trouble(int status, String tone, String key, String argument, String number) {
    static Trouble missing(String number) {
        return new Trouble(404, "mute", "missing", "", number);
    }
}
