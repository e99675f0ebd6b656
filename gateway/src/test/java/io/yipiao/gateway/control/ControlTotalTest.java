package io.yipiao.gateway.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

/** What may be said, and which field is wrong with what may not. */
class ControlTotalTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final IssueDay OF = new IssueDay(7, DAY, BillId.Kind.FISCAL, "99060226");

    @Test
    void ranges_hold_as_many_numbers_as_there_are_bills() throws FieldException {
        ControlTotal.of(OF, 1_000, Fen.ZERO, List.of(range("0000000001", "0000001000")));
        assertEquals("bills", refused(999, List.of(range("0000000001", "0000001000"))).field());
    }

    @Test
    void no_number_stands_in_two_ranges() {
        assertEquals(
                "ranges",
                refused(
                                4,
                                List.of(
                                        range("0000000003", "0000000004"),
                                        range("0000000002", "0000000003")))
                        .field());
    }

    @Test
    void numbers_have_the_digits_of_their_kind() {
        assertEquals("ranges.first", refused(1, List.of(range("00000001", "00000001"))).field());
        assertEquals("ranges.first", ranges("12", "13").field());
        assertEquals("ranges.last", ranges("0000000002", "0000000001").field());
        assertEquals("ranges.last", ranges("0000000002", "00000003").field());
    }

    @Test
    void a_code_is_one_of_its_kind_and_paper_has_none() {
        assertEquals("code", day(7, BillId.Kind.FISCAL, "9906022").field());
        assertEquals("code", day(7, BillId.Kind.ALL_DIGITAL, "99060226").field());
        assertEquals("kind", day(7, BillId.Kind.PAPER, "99060226").field());
        assertEquals("issuer", day(0, BillId.Kind.FISCAL, "99060226").field());
        assertEquals("bills", refused(-1, List.of()).field());
    }

    @Test
    void ranges_are_read_as_they_are_written() {
        List<NumberRange> ranges =
                List.of(range("0000000001", "0000000007"), range("0000000012", "0000000012"));
        assertEquals("0000000001-0000000007,0000000012", NumberRange.text(ranges));
        assertEquals(ranges, NumberRange.read(NumberRange.text(ranges)));
        assertEquals(List.of(), NumberRange.read(""));
    }

    private static NumberRange range(String first, String last) {
        return new NumberRange(first, last);
    }

    private static FieldException refused(long bills, List<NumberRange> ranges) {
        return assertThrows(
                FieldException.class, () -> ControlTotal.of(OF, bills, Fen.ZERO, ranges));
    }

    private static FieldException ranges(String first, String last) {
        return assertThrows(FieldException.class, () -> NumberRange.of(first, last));
    }

    private static FieldException day(int issuer, BillId.Kind kind, String code) {
        return assertThrows(FieldException.class, () -> IssueDay.of(issuer, DAY, kind, code));
    }
}
