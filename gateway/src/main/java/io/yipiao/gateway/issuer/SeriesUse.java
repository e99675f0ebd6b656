package io.yipiao.gateway.issuer;

import java.util.List;
import java.util.Optional;

/**
 * What an issuer used of one series (号段).
 *
 * @param code the bill code, 8 digits
 * @param from the first number, 10 digits
 * @param to the last number
 * @param used how many of its numbers are used
 * @param next the number after the last that is used; nothing once the series is used up
 * @param gaps numbers that were passed over, the lowest first, not all of them if there are many
 * @param missing how many numbers were passed over
 */
public record SeriesUse(
        String code,
        String from,
        String to,
        long used,
        Optional<String> next,
        List<Gap> gaps,
        long missing) {
    public SeriesUse {
        gaps = List.copyOf(gaps);
    }

    /** Numbers passed over, from the first to the last. */
    public record Gap(String from, String to) {
        /** One number, or two with a dash. */
        public String text() {
            return from.equals(to) ? from : from + "–" + to;
        }
    }
}
