package io.yipiao.verifier.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.reader.BillReader;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.vectors.Patch;
import io.yipiao.verifier.vectors.Vector;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/**
 * The vectors of bill.json. An input is a sample ({@code inpatient} or {@code outpatient}) and a
 * JSON Patch (RFC 6902) to it; expected are the bill's total and claimable fen and its issue date.
 */
class BillVectorsTest {

    static Stream<Vector> valid() {
        return Vector.valid("bill.json");
    }

    static Stream<Vector> invalid() {
        return Vector.invalid("bill.json");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void accepts(Vector vector) throws FieldException {
        Bill bill = BillReader.read(patched(vector));
        Json.Members expected = (Json.Members) vector.expected().orElseThrow();
        assertEquals(expected.whole("total"), bill.total().value());
        assertEquals(expected.whole("claimable"), bill.claimable().value());
        assertEquals(expected.text("issueDate"), bill.issueDate().toString());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refuses_naming_the_field(Vector vector) throws FieldException {
        Json.Members bill = patched(vector);
        FieldException refusal =
                assertThrows(FieldException.class, () -> BillReader.read(bill), vector.comment());
        assertEquals(vector.reason().orElseThrow(), refusal.field(), refusal.getMessage());
    }

    private static Json.Members patched(Vector vector) throws FieldException {
        boolean inpatient = vector.object().text("sample").equals("inpatient");
        byte[] sample = Bills.bytes(inpatient ? "sample-bill.json" : "sample-outpatient-bill.json");
        return Patch.apply(JsonReader.readObject(sample), vector.object().items("patch"));
    }
}
