package io.yipiao.chaincode.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.chaincode.fixture.Channel;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

class IndexKeysTest {
    @Test
    void finds_the_key_of_a_year() {
        assertEquals(Channel.key(26).check(), Channel.KEYS.ofYear("26").orElseThrow().check());
        assertEquals(Optional.empty(), Channel.KEYS.ofYear("24"));
    }

    @Test
    void refuses_a_year_of_four_digits() {
        assertThrows(
                IllegalArgumentException.class,
                () -> IndexKeys.of(Map.of("2026", Channel.key(26))));
    }

    @Test
    void names_years_and_no_key_when_printed() {
        assertEquals("index keys of the years [25, 26]", Channel.KEYS.toString());
        assertFalse(Channel.KEYS.toString().contains("1a1a"));
    }
}
