package io.yipiao.gateway.calendar;

import io.yipiao.verifier.bill.Bill;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Five working days, counted from the day after acceptance in Shanghai; due at the end of the
 * fifth. A day on which the clock stands still, even for a part of it, does not count.
 *
 * @param days which days are worked
 * @param accepted the day of acceptance, which is day 0
 * @param pauses when the clock stood still, in any order
 */
public record Deadline(WorkingDays days, LocalDate accepted, List<Pause> pauses) {
    /** How many working days there are. */
    public static final int ALLOWED = 5;

    private static final int AMBER = 3;
    private static final int RED = 4;

    public Deadline {
        pauses = List.copyOf(pauses);
    }

    /** What was accepted at a moment. */
    public static Deadline of(WorkingDays days, Instant accepted, List<Pause> pauses) {
        return new Deadline(days, day(accepted), pauses);
    }

    /** The day at whose end it is due; none while the clock stands still before it. */
    public Optional<LocalDate> due() {
        int counted = 0;
        LocalDate day = accepted;
        while (counted < ALLOWED) {
            day = day.plusDays(1);
            if (stopsForGood(day)) {
                return Optional.empty();
            }
            counted += counts(day) ? 1 : 0;
        }
        return Optional.of(day);
    }

    /** The moment from which it is late, if it is known. */
    public Optional<Instant> lateFrom() {
        return due().map(day -> day.plusDays(1).atStartOfDay(Bill.ZONE).toInstant());
    }

    /** Which day it is at a moment: 0 on the day of acceptance, above five when it is late. */
    public int used(Instant now) {
        return (int) accepted.plusDays(1).datesUntil(after(day(now))).filter(this::counts).count();
    }

    /** Whether the clock stands still. */
    public boolean isPaused() {
        return pauses.stream().anyMatch(Pause::isOpen);
    }

    /** How urgent it is at a moment; while the clock stands still it stays as it was. */
    public Alarm alarm(Instant now) {
        int used = used(now);
        if (used >= RED) {
            return Alarm.RED;
        }
        return used >= AMBER ? Alarm.AMBER : Alarm.NONE;
    }

    private boolean counts(LocalDate day) {
        return days.isWorked(day) && pauses.stream().noneMatch(pause -> pause.covers(day));
    }

    private boolean stopsForGood(LocalDate day) {
        return pauses.stream().anyMatch(pause -> pause.isOpen() && pause.covers(day));
    }

    /** The day after, which is never before the first that could count. */
    private LocalDate after(LocalDate day) {
        return day.isBefore(accepted) ? accepted.plusDays(1) : day.plusDays(1);
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Bill.ZONE);
    }
}
