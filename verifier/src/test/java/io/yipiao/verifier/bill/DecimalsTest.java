package io.yipiao.verifier.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.Vector;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.util.stream.Stream;

class DecimalsTest {

    static Stream<Vector> valid() {
        return Vector.valid("decimal.json");
    }

    static Stream<Vector> invalid() {
        return Vector.invalid("decimal.json");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void accepts_and_writes_again(Vector vector) throws FieldException {
        assertEquals(vector.expected().orElseThrow(), new Json.Text(Decimals.write(read(vector))));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refuses_naming_the_field(Vector vector) {
        FieldException refusal = assertThrows(FieldException.class, () -> read(vector));
        assertEquals(vector.reason().orElseThrow(), refusal.field());
    }

    @Property
    void writes_what_it_reads_again(
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long unscaled,
            @ForAll @IntRange(min = 0, max = 6) int scale)
            throws FieldException {
        BigDecimal canonical =
                Decimals.canonical("price", BigDecimal.valueOf(unscaled, scale), scale);
        assertEquals(canonical, Decimals.read("price", Decimals.write(canonical), scale));
    }

    @Test
    void equal_numbers_become_equal_values() {
        assertEquals(
                Decimals.canonical("price", new BigDecimal("4E+1"), 6),
                Decimals.canonical("price", new BigDecimal("40.000"), 6));
    }

    @Test
    void refuses_an_exponent_too_great_to_be_written_out() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Decimals.canonical("price", new BigDecimal("1E+1000000000"), 6));
        assertThrows(
                IllegalArgumentException.class,
                () -> Decimals.canonical("price", new BigDecimal("1E-1000000000"), 6));
    }

    private static BigDecimal read(Vector vector) throws FieldException {
        Json.Members input = vector.object();
        return Decimals.read("quantity", input.text("text"), input.whole("places", 0, 6));
    }
}
