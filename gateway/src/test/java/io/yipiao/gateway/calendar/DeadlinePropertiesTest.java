package io.yipiao.gateway.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What holds for the due day of any claim with any pauses. */
class DeadlinePropertiesTest {
    private static final WorkingDays DAYS = DeadlineTest.demonstration();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Property
    void the_due_day_is_worked_not_paused_and_the_fifth(@ForAll("deadlines") Deadline deadline) {
        LocalDate due = deadline.due().orElseThrow();
        assertTrue(DAYS.isWorked(due));
        assertTrue(deadline.pauses().stream().noneMatch(pause -> pause.covers(due)));
        assertEquals(Deadline.ALLOWED, deadline.used(noon(due)));
        assertEquals(Deadline.ALLOWED - 1, deadline.used(noon(due.minusDays(1))));
    }

    @Property
    void the_count_never_goes_back_and_rises_by_one(
            @ForAll("deadlines") Deadline deadline, @ForAll("days") LocalDate day) {
        int before = deadline.used(noon(day.minusDays(1)));
        int now = deadline.used(noon(day));
        assertTrue(now == before || now == before + 1);
        assertTrue(now == before || DAYS.isWorked(day));
    }

    @Property
    void one_more_pause_never_makes_it_due_earlier(
            @ForAll("deadlines") Deadline deadline, @ForAll("pauses") Pause pause) {
        List<Pause> more = new ArrayList<>(deadline.pauses());
        more.add(pause);
        LocalDate later = new Deadline(DAYS, deadline.accepted(), more).due().orElseThrow();
        assertFalse(later.isBefore(deadline.due().orElseThrow()));
    }

    @Property
    void a_claim_accepted_later_is_not_due_earlier(@ForAll("deadlines") Deadline deadline) {
        Deadline next = new Deadline(DAYS, deadline.accepted().plusDays(1), deadline.pauses());
        assertFalse(next.due().orElseThrow().isBefore(deadline.due().orElseThrow()));
    }

    @Property
    void while_it_is_paused_nothing_is_used_up(
            @ForAll("deadlines") Deadline deadline, @ForAll("days") LocalDate since) {
        List<Pause> open = new ArrayList<>(deadline.pauses());
        open.add(new Pause(since, Optional.empty()));
        Deadline paused = new Deadline(DAYS, deadline.accepted(), open);
        assertTrue(paused.isPaused());
        assertEquals(paused.used(noon(since.minusDays(1))), paused.used(noon(since.plusYears(1))));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        LocalDate first = LocalDate.parse("2026-01-01");
        return Arbitraries.integers().between(0, 364).map(first::plusDays);
    }

    @Provide
    Arbitrary<Pause> pauses() {
        return Combinators.combine(days(), Arbitraries.integers().between(0, 20))
                .as((first, length) -> new Pause(first, Optional.of(first.plusDays(length))));
    }

    @Provide
    Arbitrary<Deadline> deadlines() {
        return Combinators.combine(days(), pauses().list().ofMaxSize(4))
                .as((accepted, pauses) -> new Deadline(DAYS, accepted, pauses));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(SHANGHAI).toInstant();
    }
}
