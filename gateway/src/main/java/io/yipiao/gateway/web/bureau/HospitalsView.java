package io.yipiao.gateway.web.bureau;

import java.util.List;

/**
 * Hospitals against Finance's control totals.
 *
 * @param more whether more totals disagree than are shown
 * @param punctual of the last days
 */
public record HospitalsView(
        String sentence,
        String tone,
        List<MissingRow> missing,
        boolean more,
        List<PunctualRow> punctual) {
    public HospitalsView {
        missing = List.copyOf(missing);
        punctual = List.copyOf(punctual);
    }

    /**
     * A day and code of a hospital that does not agree.
     *
     * @param numbers that did not come; empty if they are not known
     * @param doubt whether some of them may never have been given out, in words
     */
    public record MissingRow(
            String hospital,
            String day,
            String code,
            String stated,
            String came,
            String difference,
            String numbers,
            String doubt) {}

    /** How a hospital's bills came in; delays are days. */
    public record PunctualRow(
            String hospital, String bills, String average, String latest, String refused) {}
}
