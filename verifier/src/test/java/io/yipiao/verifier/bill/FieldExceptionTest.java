package io.yipiao.verifier.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FieldExceptionTest {

    @Test
    void says_field_expected_and_found() {
        FieldException fault = new FieldException("amount", "270", "271");
        assertEquals("amount: expected 270, found 271", fault.getMessage());
        assertEquals("270", fault.expected());
        assertEquals("271", fault.found());
    }

    @Test
    void names_the_whole_way_to_the_field() {
        FieldException fault = new FieldException("amount", "270", "271").under("lines[3]");
        assertEquals("lines[3].amount", fault.field());
        assertEquals("lines[3].amount: expected 270, found 271", fault.getMessage());
    }

    @Test
    void quotes_no_more_than_80_characters() {
        FieldException fault =
                new FieldException("name", "less", "x".repeat(1_000)).under("patient");
        assertEquals("x".repeat(79) + "…", fault.found());
    }
}
