package io.yipiao.gateway.web.bureau;

import java.util.List;

/**
 * Alarms that were asked for.
 *
 * @param sentence how many are new
 * @param states to choose from, with how many there are
 * @param more whether there are more than are shown
 */
public record AlarmsView(
        String sentence,
        String tone,
        List<Choice> states,
        List<Choice> kinds,
        List<AlarmRow> rows,
        boolean more) {
    public AlarmsView {
        states = List.copyOf(states);
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    /** Something to choose, and whether it is chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * One alarm.
     *
     * @param what its facts, in a line
     * @param times how often it was seen, in words; empty if once
     */
    public record AlarmRow(
            String path,
            String kind,
            String what,
            String state,
            String tone,
            String raisedAt,
            String times) {}
}
