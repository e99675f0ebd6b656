package io.yipiao.gateway.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.UUID;

/** What may stand in an alarm: nothing that names a person. */
class SubjectTest {
    private static final String PERSON = "11010519491231002X";

    @ParameterizedTest
    @ValueSource(strings = {"王秀芳", "", PERSON, "13800138000", "1002/13800138000", "a b", "a\nb"})
    void a_subject_is_an_id(String text) {
        assertThrows(IllegalArgumentException.class, () -> Subject.claim(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"王秀芳", "", PERSON, "of " + PERSON, "13800138000", "a\nb"})
    void a_fact_is_nothing_personal(String text) {
        for (Fact fact : Fact.values()) {
            assertThrows(IllegalArgumentException.class, () -> Facts.of(fact, text));
        }
    }

    @Test
    void numbers_of_bills_and_hashes_are_nothing_personal() {
        Facts.of(Fact.BILL_NUMBER, "26112000000012345678");
        Facts.of(Fact.NUMBERS, "0000000001-0000000007,0000000012");
        Facts.of(Fact.HASH, "1234567890".repeat(6) + "1234");
        Facts.of(Fact.AMOUNT, "138001380.00");
    }

    @Test
    void a_pair_is_the_same_whichever_bill_is_named_first() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        assertEquals(Subject.pair(one, other), Subject.pair(other, one));
    }

    @Test
    void facts_are_read_as_they_were_written() {
        Facts facts = Facts.of(Fact.COUNT, 7).and(Fact.NUMBERS, "0000000003");
        assertEquals("{\"COUNT\":\"7\",\"NUMBERS\":\"0000000003\"}", facts.json());
        assertEquals(facts, Facts.read(facts.json()));
    }
}
