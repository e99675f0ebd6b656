package io.yipiao.gateway.alarm;

/** What became of a wish to handle an alarm. */
public sealed interface Handled {
    /** It is now, or was before, as the person wished it. */
    record Done(Alarm alarm) implements Handled {}

    /** Somebody else was faster, and wanted otherwise. */
    record Overtaken(Alarm alarm, String by) implements Handled {}

    /** There is none of this id. */
    record Unknown() implements Handled {}
}
