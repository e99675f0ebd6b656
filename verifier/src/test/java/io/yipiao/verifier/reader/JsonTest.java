package io.yipiao.verifier.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.FieldException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class JsonTest {
    private static final Json.Members OBJECT =
            Json.object()
                    .put("text", "a")
                    .put("whole", 7)
                    .put("flag", true)
                    .put("nothing", new Json.Nothing())
                    .put("list", List.of(new Json.Text("a"), new Json.Whole(1)))
                    .put("object", Json.object().end())
                    .end();

    @Test
    void a_member_of_another_sort_is_refused_by_its_name() {
        assertRefused("text: expected a whole number, found \"a\"", () -> OBJECT.whole("text"));
        assertRefused("whole: expected text, found 7", () -> OBJECT.text("whole"));
        assertRefused("list: expected true or false, found a list", () -> OBJECT.flag("list"));
        assertRefused("object: expected a list, found an object", () -> OBJECT.items("object"));
        assertRefused("nothing: expected an object, found null", () -> OBJECT.object("nothing"));
        assertRefused(
                "list: expected text only, found 1", () -> OBJECT.items("list").texts("list"));
        assertRefused(
                "list: expected objects only, found \"a\"",
                () -> OBJECT.items("list").objects("list"));
    }

    @Test
    void a_member_that_is_missing_is_refused_by_its_name() {
        assertRefused("age: expected a value, found nothing", () -> OBJECT.whole("age"));
    }

    @Test
    void a_whole_number_is_refused_outside_its_bounds() {
        assertRefused("whole: expected 8 to 9, found 7", () -> OBJECT.whole("whole", 8, 9));
        assertRefused("whole: expected 1 to 6, found 7", () -> OBJECT.whole("whole", 1, 6));
    }

    @Test
    void null_is_no_value_where_one_is_optional() throws FieldException {
        assertFalse(OBJECT.has("nothing"));
        assertEquals(Optional.empty(), OBJECT.optionalText("nothing"));
        assertEquals(Optional.of("a"), OBJECT.optionalText("text"));
        assertEquals(Optional.of(7L), OBJECT.optionalWhole("whole"));
    }

    @Test
    void a_name_beyond_the_known_ones_is_refused() {
        assertRefused(
                "flag: expected no such field, found true", () -> OBJECT.only(Set.of("text")));
    }

    @Test
    void holds_no_text_that_has_a_second_spelling() {
        assertThrows(IllegalArgumentException.class, () -> new Json.Text("e\u0301"));
        assertThrows(IllegalArgumentException.class, () -> new Json.Text("\uD842"));
        assertThrows(IllegalArgumentException.class, () -> Json.object().put("e\u0301", "a").end());
    }

    @Test
    void holds_no_whole_number_that_others_would_round() {
        assertThrows(IllegalArgumentException.class, () -> new Json.Whole(1L << 53));
        assertThrows(IllegalArgumentException.class, () -> new Json.Whole(-(1L << 53)));
    }

    @Test
    void writes_no_name_twice() {
        Json.Writer writer = Json.object().put("a", 1);
        assertThrows(IllegalStateException.class, () -> writer.put("a", 2));
    }

    private interface Reading {
        void read() throws FieldException;
    }

    private static void assertRefused(String message, Reading reading) {
        FieldException refusal = assertThrows(FieldException.class, reading::read);
        assertEquals(message, refusal.getMessage());
    }
}
