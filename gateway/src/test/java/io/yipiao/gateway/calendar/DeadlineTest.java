package io.yipiao.gateway.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.benefit.TableException;
import io.yipiao.gateway.benefit.TableSource;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The worked examples of five working days, to the day. */
class DeadlineTest {
    private static final WorkingDays DAYS = demonstration();
    private static final Instant SEPTEMBER = at("2026-09-29T15:20:00");

    @Test
    void national_holiday_and_its_make_up_saturday() {
        Deadline deadline = Deadline.of(DAYS, SEPTEMBER, List.of());
        assertEquals(Optional.of(LocalDate.parse("2026-10-12")), deadline.due());
        assertEquals(
                List.of("2026-09-30", "2026-10-08", "2026-10-09", "2026-10-10", "2026-10-12"),
                counted(deadline));
    }

    @Test
    void a_supplement_asked_and_answered_takes_both_days_out() {
        Pause pause =
                Pause.between(at("2026-10-08T16:00:00"), Optional.of(at("2026-10-09T09:00:00")));
        Deadline deadline = Deadline.of(DAYS, SEPTEMBER, List.of(pause));
        assertEquals(Optional.of(LocalDate.parse("2026-10-14")), deadline.due());
        assertEquals(
                List.of("2026-09-30", "2026-10-10", "2026-10-12", "2026-10-13", "2026-10-14"),
                counted(deadline));
    }

    @Test
    void spring_festival_and_its_make_up_saturday() {
        Deadline deadline = Deadline.of(DAYS, at("2026-02-12T08:00:00"), List.of());
        assertEquals(Optional.of(LocalDate.parse("2026-02-26")), deadline.due());
        assertEquals(
                List.of("2026-02-13", "2026-02-14", "2026-02-24", "2026-02-25", "2026-02-26"),
                counted(deadline));
    }

    @Test
    void who_knows_only_weekends_or_no_make_up_days_is_wrong() throws TableException {
        WorkingDays weekends = table("2025-01-01,2025-01-01,OFF");
        assertEquals(
                Optional.of(LocalDate.parse("2026-10-06")),
                Deadline.of(weekends, SEPTEMBER, List.of()).due());
        WorkingDays noMakeUp = table("2026-10-01,2026-10-07,OFF");
        assertEquals(
                Optional.of(LocalDate.parse("2026-10-13")),
                Deadline.of(noMakeUp, SEPTEMBER, List.of()).due());
    }

    @Test
    void it_is_due_at_the_end_of_its_day_in_shanghai() {
        Deadline deadline = Deadline.of(DAYS, SEPTEMBER, List.of());
        assertEquals(Optional.of(Instant.parse("2026-10-12T16:00:00Z")), deadline.lateFrom());
        assertEquals(5, deadline.used(Instant.parse("2026-10-12T15:59:59Z")));
        assertEquals(6, deadline.used(Instant.parse("2026-10-12T16:00:00Z")));
    }

    @Test
    void the_day_of_acceptance_is_shanghais() {
        // Five past midnight in Shanghai is still the day before in UTC.
        Deadline deadline = Deadline.of(DAYS, Instant.parse("2026-10-07T16:05:00Z"), List.of());
        assertEquals(LocalDate.parse("2026-10-08"), deadline.accepted());
        assertEquals(0, deadline.used(Instant.parse("2026-10-08T15:59:59Z")));
        assertEquals(1, deadline.used(Instant.parse("2026-10-08T16:00:00Z")));
    }

    @Test
    void a_pause_that_goes_on_leaves_the_due_day_open() {
        Pause open = Pause.between(at("2026-10-08T16:00:00"), Optional.empty());
        Deadline deadline = Deadline.of(DAYS, SEPTEMBER, List.of(open));
        assertTrue(deadline.isPaused());
        assertEquals(Optional.empty(), deadline.due());
        assertEquals(Optional.empty(), deadline.lateFrom());
        assertEquals(1, deadline.used(at("2026-11-20T12:00:00")));
        assertEquals(Alarm.NONE, deadline.alarm(at("2026-11-20T12:00:00")));
    }

    @Test
    void a_pause_after_the_due_day_changes_nothing() {
        Pause late = Pause.between(at("2026-10-20T16:00:00"), Optional.empty());
        assertEquals(
                Optional.of(LocalDate.parse("2026-10-12")),
                Deadline.of(DAYS, SEPTEMBER, List.of(late)).due());
    }

    @Test
    void the_alarm_stands_at_the_end_of_day_three_and_is_red_on_day_four() {
        Deadline deadline = Deadline.of(DAYS, SEPTEMBER, List.of());
        assertEquals(Alarm.NONE, deadline.alarm(at("2026-10-08T23:59:59")));
        assertEquals(Alarm.AMBER, deadline.alarm(at("2026-10-09T23:59:59")));
        assertEquals(Alarm.RED, deadline.alarm(at("2026-10-10T00:00:00")));
        assertEquals(Alarm.RED, deadline.alarm(at("2026-12-01T00:00:00")));
    }

    @Test
    void a_year_without_data_has_plain_weekends() {
        assertTrue(DAYS.isKnown(Year.of(2026)));
        assertFalse(DAYS.isKnown(Year.of(2027)));
        assertTrue(DAYS.isWorked(LocalDate.parse("2027-10-01")), "a Friday");
        assertFalse(DAYS.isWorked(LocalDate.parse("2027-10-02")), "a Saturday");
    }

    @Test
    void bad_tables_are_refused_by_line_and_column() {
        assertEquals("last", fault("2026-05-03,2026-05-01,OFF").field());
        assertEquals("last", fault("2026-12-31,2027-01-02,OFF").field());
        assertEquals("kind", fault("2026-05-01,2026-05-03,HALF").field());
        TableException twice = fault("2026-05-01,2026-05-03,OFF\n2026-05-03,2026-05-04,WORK");
        assertEquals("first", twice.field());
        assertEquals(3, twice.line());
    }

    @Test
    void a_pause_does_not_end_before_it_begins() {
        Instant asked = at("2026-10-08T16:00:00");
        Optional<Instant> before = Optional.of(at("2026-10-07T16:00:00"));
        assertThrows(IllegalArgumentException.class, () -> Pause.between(asked, before));
    }

    /** The days on which the count goes up, to the fifth. */
    private static List<String> counted(Deadline deadline) {
        LocalDate accepted = deadline.accepted();
        return IntStream.range(1, 60)
                .mapToObj(accepted::plusDays)
                .filter(day -> used(deadline, day) > used(deadline, day.minusDays(1)))
                .limit(Deadline.ALLOWED)
                .map(LocalDate::toString)
                .toList();
    }

    private static int used(Deadline deadline, LocalDate day) {
        return deadline.used(at(day + "T12:00:00"));
    }

    private static TableException fault(String rows) {
        return assertThrows(TableException.class, () -> table(rows));
    }

    private static WorkingDays table(String rows) throws TableException {
        String table = "first,last,kind\n" + rows + "\n";
        return WorkingDays.read(file -> table.getBytes(StandardCharsets.UTF_8));
    }

    static WorkingDays demonstration() {
        try {
            return WorkingDays.read(TableSource.demonstration());
        } catch (TableException e) {
            throw new AssertionError(e);
        }
    }

    private static Instant at(String shanghai) {
        return LocalDateTime.parse(shanghai).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
