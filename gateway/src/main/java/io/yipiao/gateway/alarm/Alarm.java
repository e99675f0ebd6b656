package io.yipiao.gateway.alarm;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that a person must look at.
 *
 * @param facts as they were when it was raised
 * @param lastSeenAt when its cause was seen last while it was open
 * @param times how often its cause was seen while it was open
 */
public record Alarm(
        UUID id,
        AlarmKind kind,
        Subject subject,
        Facts facts,
        AlarmState state,
        Instant raisedAt,
        Instant lastSeenAt,
        int times) {

    public boolean isOpen() {
        return state != AlarmState.CLOSED;
    }
}
