package io.yipiao.verifier.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.FieldException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;

class ValuesTest {

    @Property
    void read_every_instant_back_as_the_platform_writes_it(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second)
            throws FieldException {
        Instant instant = Instant.ofEpochSecond(second);
        assertEquals(instant, Values.instant("at", instant.toString()));
    }

    @Property
    void read_every_day_back_as_the_platform_writes_it(
            @ForAll @LongRange(min = -719_528, max = 2_932_896) long day) throws FieldException {
        LocalDate date = LocalDate.ofEpochDay(day);
        assertEquals(date, Values.day("birthDate", date.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-09-13",
                "2026-09-13T02:21:07",
                "2026-09-13 02:21:07Z",
                "2026-09-13T02:21:07z",
                "2026-09-13T02:21:07.0Z",
                "2026-09-13T02:21:60Z",
                "2026-09-13T02:60:07Z",
                "2026-09-13T24:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-00-13T02:21:07Z",
                "+026-09-13T02:21:07Z",
                "２026-09-13T02:21:07Z",
                "2026-09-13T02:21:07+08:00"
            })
    void refuse_what_is_not_an_instant_in_its_one_spelling(String text) {
        assertThrows(FieldException.class, () -> Values.instant("at", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20260913", "2026-9-13", "2026-13-01", "2025-02-29", "2026/09/13"})
    void refuse_what_is_not_a_day_in_its_one_spelling(String text) {
        assertThrows(FieldException.class, () -> Values.day("birthDate", text));
    }
}
