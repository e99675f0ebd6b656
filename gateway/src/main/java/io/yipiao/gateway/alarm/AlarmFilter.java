package io.yipiao.gateway.alarm;

import java.util.Optional;

/**
 * Which alarms are asked for.
 *
 * @param state any if empty
 * @param kind any if empty
 * @param most how many at most, the newest of them
 */
public record AlarmFilter(Optional<AlarmState> state, Optional<AlarmKind> kind, int most) {
    public static final int MOST = 200;

    public AlarmFilter {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " alarms at once");
        }
    }

    public static AlarmFilter all() {
        return new AlarmFilter(Optional.empty(), Optional.empty(), MOST);
    }
}
