package io.yipiao.verifier.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.BillId.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillIdTest {

    @ParameterizedTest
    @CsvSource({
        "FISCAL, 99060226, 0000000001, 26",
        "PAPER, 99060225, 0000000001, 25",
        "VAT, 033002600111, 12345678, 26",
        "VAT, 3300251130, 12345678, 25",
        "ALL_DIGITAL, '', 26332000000012345678, 26"
    })
    void holds_the_year_of_its_series(Kind kind, String code, String number, String year)
            throws FieldException {
        assertEquals(year, BillId.of(kind, code, number).year());
    }

    @ParameterizedTest
    @CsvSource({
        "FISCAL, 9906022, 0000000001, code",
        "FISCAL, 990602266, 0000000001, code",
        "FISCAL, 9906022x, 0000000001, code",
        "FISCAL, 99060226, 000000001, number",
        "FISCAL, 99060226, 00000000001, number",
        "PAPER, '', 0000000001, code",
        "PAPER, 99060226, '0000000001 ', number",
        "VAT, 03300260011, 12345678, code",
        "VAT, 033002600111, 1234567, number",
        "VAT, 033002600111, 1234567８, number",
        "ALL_DIGITAL, 99060226, 26332000000012345678, code",
        "ALL_DIGITAL, '', 2633200000001234567, number"
    })
    void refuses_another_shape(Kind kind, String code, String number, String field) {
        FieldException refusal =
                assertThrows(FieldException.class, () -> BillId.of(kind, code, number));
        assertEquals(field, refusal.field());
        assertThrows(IllegalArgumentException.class, () -> new BillId(kind, code, number));
    }

    @Test
    void kinds_and_relations_are_found_by_their_bytes() throws FieldException {
        for (Kind kind : Kind.values()) {
            assertEquals(kind, Kind.ofTag(kind.tag()));
        }
        for (Relation.Kind kind : Relation.Kind.values()) {
            assertEquals(kind, Relation.Kind.ofTag(kind.tag()));
        }
    }

    @Test
    void bytes_that_name_nothing_are_refused() {
        assertThrows(FieldException.class, () -> Kind.ofTag(0));
        assertThrows(FieldException.class, () -> Kind.ofTag(5));
        assertThrows(FieldException.class, () -> Relation.Kind.ofTag(0));
        assertThrows(FieldException.class, () -> Relation.Kind.ofTag(4));
    }

    @Test
    void is_printed_as_people_say_it() throws FieldException {
        assertEquals(
                "99060226-0000000001", BillId.of(Kind.FISCAL, "99060226", "0000000001").toString());
        assertEquals(
                "26332000000012345678",
                BillId.of(Kind.ALL_DIGITAL, "", "26332000000012345678").toString());
    }
}
