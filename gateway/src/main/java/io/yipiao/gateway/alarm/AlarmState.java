package io.yipiao.gateway.alarm;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How far a person is with an alarm. What is not in {@link #next()} never happens: the table {@code
 * alarm_move} says the same to the database. A closed one stays closed; its cause, seen again,
 * raises another.
 */
public enum AlarmState {
    /** 新. */
    NEW,
    /** 处理中. */
    IN_HAND,
    /** 已关闭: with a reason, by a person, or by the gateway once its cause is gone. */
    CLOSED;

    private static final Map<AlarmState, Set<AlarmState>> MOVES =
            new EnumMap<>(
                    Map.of(
                            NEW, EnumSet.of(IN_HAND, CLOSED),
                            IN_HAND, EnumSet.of(CLOSED)));

    /** All states an alarm may go to from here. */
    public Set<AlarmState> next() {
        return MOVES.getOrDefault(this, Set.of());
    }
}
