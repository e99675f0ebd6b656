package io.yipiao.verifier.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FenTest {

    @Property
    void reads_back_the_yuan_it_writes(@ForAll @LongRange(min = 0, max = Fen.LARGEST) long value)
            throws FieldException {
        Fen fen = new Fen(value);
        assertEquals(fen, Fen.ofYuan("total", fen.yuan()));
    }

    @Test
    void is_written_with_two_decimals() {
        assertEquals("0.00", Fen.ZERO.yuan());
        assertEquals("0.09", new Fen(9).yuan());
        assertEquals("3354.30", new Fen(335430).yuan());
        assertEquals("10995116277.75", new Fen(Fen.LARGEST).yuan());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.0",
                "1.000",
                "01.00",
                ".50",
                "1,000.00",
                "-1.00",
                "+1.00",
                "1.00 ",
                "１.00",
                "10995116277.76",
                "99999999999.99",
                "100000000000.00"
            })
    void refuses_yuan_in_another_spelling_or_beyond_five_bytes(String yuan) {
        FieldException refusal =
                assertThrows(FieldException.class, () -> Fen.ofYuan("total", yuan));
        assertEquals("total", refusal.field());
    }

    @Test
    void is_never_negative_nor_beyond_five_bytes() {
        assertThrows(IllegalArgumentException.class, () -> new Fen(-1));
        assertThrows(IllegalArgumentException.class, () -> new Fen(Fen.LARGEST + 1));
        assertThrows(FieldException.class, () -> Fen.of("total", -1));
        assertThrows(FieldException.class, () -> Fen.of("total", Fen.LARGEST + 1));
        assertThrows(IllegalArgumentException.class, () -> Fen.ZERO.minus(new Fen(1)));
        assertThrows(IllegalArgumentException.class, () -> new Fen(Fen.LARGEST).plus(new Fen(1)));
    }
}
