package io.yipiao.verifier.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

class BillTest {
    private static final Instant AT = Instant.parse("2026-09-08T01:00:00Z");

    @Test
    void constructors_refuse_what_factories_refuse() {
        Party patient = Bills.sample().patient();
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new Party(
                                        patient.idType(),
                                        "990000198103070025",
                                        patient.name(),
                                        patient.sex(),
                                        patient.birthDate()));
        assertEquals(
                "idNumber: expected the check character 4, found 990000198103070025",
                refusal.getMessage());
    }

    @Test
    void two_lines_with_equal_numbers_are_equal_whatever_their_scale() {
        assertEquals(line(1, "6", "45", "270"), line(1, "6.00", "45.0", "2.7E+2"));
    }

    @Test
    void has_at_most_5000_lines() {
        assertEquals("5000.00", Bills.ofLines(5_000).total().yuan());
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Bills.ofLines(5_001));
        assertEquals("lines: expected 1 to 5000 fee lines, found 5001", refusal.getMessage());
    }

    @Test
    void refuses_a_line_between_two_seconds() {
        FeeLine line = line(1, "1", "1", "1");
        assertThrows(
                FieldException.class,
                () ->
                        FeeLine.of(
                                line.sequence(),
                                line.category(),
                                line.catalogueCode(),
                                line.hospitalCode(),
                                line.name(),
                                line.specification(),
                                line.quantity(),
                                line.unitPrice(),
                                line.amount(),
                                line.catalogueClass(),
                                AT.plusMillis(1),
                                line.daysOfSupply()));
    }

    @Test
    void refuses_a_name_that_is_not_in_nfc() {
        assertThrows(
                FieldException.class,
                () ->
                        Party.of(
                                IdType.PASSPORT,
                                "E12345678",
                                "Rene\u0301",
                                Sex.MALE,
                                LocalDate.EPOCH));
    }

    @Test
    void does_not_change_when_the_lists_it_was_built_from_change() {
        Bill sample = Bills.sample();
        List<FeeLine> lines = new ArrayList<>(sample.lines());
        var totals = new TreeMap<>(sample.categoryTotals());
        Bill bill =
                new Bill(
                        sample.id(),
                        sample.checkCode(),
                        sample.issuer(),
                        sample.issuedAt(),
                        sample.patient(),
                        sample.encounter(),
                        sample.payments(),
                        sample.relation(),
                        lines,
                        totals);
        lines.clear();
        totals.clear();
        assertEquals(sample, bill);
    }

    @Test
    void computes_category_totals_where_none_are_printed() throws FieldException {
        Bill bill = Bills.sample();
        assertEquals(bill.categoryTotals(), Bill.categorySums(bill.lines()));
    }

    private static FeeLine line(int sequence, String quantity, String price, String amount) {
        return new FeeLine(
                sequence,
                Category.TREATMENT,
                "DEMO-1",
                "1",
                "示范",
                "",
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(amount),
                CatalogueClass.A,
                AT,
                0);
    }
}
