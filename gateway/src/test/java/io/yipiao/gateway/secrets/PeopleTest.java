package io.yipiao.gateway.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.yipiao.verifier.bill.IdType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

class PeopleTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99010119900307123x",
                "９９０１０１１９９００３０７１２３Ｘ",
                " 990101 19900307 123X ",
                "990101-19900307-123X",
                "990101\u300019900307\u2010123X"
            })
    void a_number_is_the_same_person_however_it_was_typed(String typed) {
        People people = people(folder);

        assertEquals(
                people.id(IdType.RESIDENT_ID, "99010119900307123X"),
                people.id(IdType.RESIDENT_ID, typed));
    }

    @Test
    void another_number_paper_or_key_is_another_person() {
        PersonId person = people(folder).id(IdType.PASSPORT, "12345678");

        assertNotEquals(person, people(folder).id(IdType.PASSPORT, "12345679"));
        assertNotEquals(person, people(folder).id(IdType.TAIWAN_PERMIT, "12345678"));
        assertNotEquals(person, people(folder.resolve("other")).id(IdType.PASSPORT, "12345678"));
    }

    private static People people(Path folder) {
        return People.with(KeyFolder.thatMakesMissing(folder));
    }
}
