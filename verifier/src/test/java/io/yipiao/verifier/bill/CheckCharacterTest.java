package io.yipiao.verifier.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCharacterTest {

    /** The first two are GB 11643's own. */
    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "990000198103070024"})
    void ends_an_identity_number(String number) {
        assertEquals(number.charAt(17), CheckCharacter.ofResident(number));
    }

    /** The first is a company's in the public register. */
    @ParameterizedTest
    @ValueSource(strings = {"91110000802100433B", "91350100M000100Y43", "12990000MB0000001J"})
    void ends_a_credit_code(String code) {
        assertEquals(code.charAt(17), CheckCharacter.ofCreditCode(code));
    }

    @Property
    void exposes_every_wrong_digit(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(17) String digits,
            @ForAll @IntRange(min = 0, max = 16) int place,
            @ForAll @CharRange(from = '0', to = '9') char wrong) {
        Assume.that(digits.charAt(place) != wrong);
        String slip = digits.substring(0, place) + wrong + digits.substring(place + 1);
        assertNotEquals(CheckCharacter.ofResident(digits), CheckCharacter.ofResident(slip));
    }

    @Property
    void exposes_every_two_neighbours_exchanged(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(17) String digits,
            @ForAll @IntRange(min = 0, max = 15) int place) {
        char left = digits.charAt(place);
        char right = digits.charAt(place + 1);
        Assume.that(left != right);
        String slip = digits.substring(0, place) + right + left + digits.substring(place + 2);
        assertNotEquals(CheckCharacter.ofResident(digits), CheckCharacter.ofResident(slip));
    }
}
