package io.yipiao.gateway.alarm;

import java.time.Instant;

/**
 * A step of an alarm.
 *
 * @param name who took it; empty if the gateway did
 * @param reason why it was closed, else empty
 */
public record AlarmEvent(Instant at, AlarmState to, String name, String reason) {}
