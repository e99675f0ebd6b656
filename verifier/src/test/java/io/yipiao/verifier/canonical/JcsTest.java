package io.yipiao.verifier.canonical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.AnyBill;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.AnyJson;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.Vector;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Held against another implementation of RFC 8785. */
class JcsTest {

    @Provide
    Arbitrary<Json> values() {
        return AnyJson.arbitrary();
    }

    @Provide
    Arbitrary<Bill> bills() {
        return AnyBill.arbitrary();
    }

    @Property
    void agrees_with_another_implementation_on_any_object(@ForAll("values") Json value)
            throws IOException {
        Json.Members object = Json.object().put("value", value).end();
        assertArrayEquals(
                new JsonCanonicalizer(Jcs.text(object)).getEncodedUTF8(), Jcs.bytes(object));
    }

    @Property
    void agrees_with_another_implementation_on_any_bill(@ForAll("bills") Bill bill)
            throws IOException {
        Json.Members canonical = CanonicalForm.bill(bill);
        assertArrayEquals(
                new JsonCanonicalizer(Jcs.text(canonical)).getEncodedUTF8(), Jcs.bytes(canonical));
    }

    @Test
    void agrees_with_another_implementation_on_text_as_people_write_it() throws IOException {
        byte[] sample = Bills.bytes("sample-bill.json");
        assertArrayEquals(
                new JsonCanonicalizer(sample).getEncodedUTF8(),
                Jcs.bytes(CanonicalForm.bill(Bills.sample())));
    }

    @Property
    void reads_back_what_it_writes(@ForAll("values") Json value) throws FieldException {
        assertEquals(value, Jcs.parse(Jcs.bytes(value)));
    }

    static Stream<Vector> valid() {
        return Vector.valid("json.json");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void accepts_the_canonical_spelling_only(Vector vector) throws FieldException {
        String canonical = ((Json.Text) vector.expected().orElseThrow()).value();
        assertEquals(canonical, Jcs.text(Jcs.parse(canonical.getBytes(StandardCharsets.UTF_8))));
        if (vector.input() instanceof Json.Text input && !input.value().equals(canonical)) {
            assertThrows(
                    FieldException.class,
                    () -> Jcs.parse(input.value().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void refuses_another_value_where_an_object_is_due() {
        assertThrows(
                FieldException.class, () -> Jcs.parseObject("[]".getBytes(StandardCharsets.UTF_8)));
    }
}
