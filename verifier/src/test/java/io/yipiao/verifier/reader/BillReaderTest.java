package io.yipiao.verifier.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.AnyBill;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

class BillReaderTest {
    private static final Set<String> OPTIONAL = Set.of("categoryTotals", "checkCode", "relation");

    @Provide
    Arbitrary<Bill> bills() {
        return AnyBill.arbitrary();
    }

    @Property
    void reads_back_every_bill_from_its_canonical_bytes(@ForAll("bills") Bill bill)
            throws FieldException {
        byte[] canonical = Jcs.bytes(CanonicalForm.bill(bill));
        assertEquals(bill, BillReader.read(canonical));
        assertEquals(CanonicalForm.bill(bill), Jcs.parseObject(canonical));
    }

    @Test
    void reads_whatever_the_order_of_names_and_the_white_space() throws FieldException {
        // The samples are written for people: indented, in the order of a bill's face.
        byte[] canonical = Jcs.bytes(CanonicalForm.bill(Bills.sample()));
        assertEquals(BillReader.read(Bills.bytes("sample-bill.json")), BillReader.read(canonical));
    }

    @Test
    void refuses_a_bill_that_lacks_any_one_field() throws FieldException {
        Json.Members whole = CanonicalForm.bill(Bills.red(Bills.sample(), 3));
        for (Place place : Place.allOf(whole)) {
            for (String name : place.object().values().keySet()) {
                if (!OPTIONAL.contains(name) && !place.path().equals("categoryTotals")) {
                    FieldException refusal =
                            assertThrows(
                                    FieldException.class,
                                    () -> BillReader.read(place.without(whole, name)),
                                    place.nameOf(name));
                    assertEquals(place.nameOf(name), refusal.field());
                }
            }
        }
    }

    @Test
    void refuses_a_field_it_does_not_know_in_every_object() throws FieldException {
        Json.Members whole = CanonicalForm.bill(Bills.red(Bills.sample(), 3));
        for (Place place : Place.allOf(whole)) {
            FieldException refusal =
                    assertThrows(
                            FieldException.class,
                            () -> BillReader.read(place.with(whole, "zzz", new Json.Whole(0))));
            assertEquals(place.nameOf("zzz"), refusal.field());
        }
    }

    @Test
    void refuses_a_value_of_another_sort_in_every_field() throws FieldException {
        Json.Members whole = CanonicalForm.bill(Bills.red(Bills.sample(), 3));
        for (Place place : Place.allOf(whole)) {
            for (String name : place.object().values().keySet()) {
                FieldException refusal =
                        assertThrows(
                                FieldException.class,
                                () ->
                                        BillReader.read(
                                                place.with(whole, name, new Json.Flag(true))));
                assertEquals(place.nameOf(name), refusal.field());
            }
        }
    }

    @Test
    void names_the_limit_of_5000_lines_before_it_looks_at_one() {
        List<Json> lines = new ArrayList<>(Collections.nCopies(5_001, new Json.Nothing()));
        Json.Members bill = Json.object().put("lines", lines).end();
        FieldException refusal = assertThrows(FieldException.class, () -> BillReader.read(bill));
        assertEquals("lines: expected at most 5000 fee lines, found 5001", refusal.getMessage());
    }

    @Test
    void says_what_was_expected_and_what_was_found() {
        String bill =
                new String(Bills.bytes("sample-bill.json"), StandardCharsets.UTF_8)
                        .replaceFirst("\"amount\": \"270\"", "\"amount\": \"271\"");
        FieldException refusal =
                assertThrows(
                        FieldException.class,
                        () -> BillReader.read(bill.getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                "lines[0].amount: expected quantity × unit price = 270, found 271",
                refusal.getMessage());
    }
}
