package io.yipiao.gateway.calendar;

/** How urgent it is. */
public enum Alarm {
    NONE,
    /** The third of five days has come, at whose end the alarm must stand. */
    AMBER,
    /** The fourth day has come, or a later one. */
    RED
}
