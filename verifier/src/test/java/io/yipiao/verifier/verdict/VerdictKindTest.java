package io.yipiao.verifier.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

class VerdictKindTest {

    @Test
    void stands_in_the_order_in_which_a_verdict_wins() {
        assertEquals(
                "UNREAD ALTERED UNKNOWN REVOKED CONFLICT REVERSED NO_LEDGER UNREGISTERED FULL"
                        + " HELD ELSEWHERE PARTLY PART_REVERSED EXCHANGED OPEN",
                Arrays.stream(VerdictKind.values())
                        .map(VerdictKind::name)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void calls_only_an_open_bill_good() {
        assertEquals(
                List.of(VerdictKind.OPEN),
                Arrays.stream(VerdictKind.values())
                        .filter(kind -> kind.tone() == Tone.GOOD)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void has_a_meaning_and_a_next_step_in_both_languages(VerdictKind kind) {
        Explanation explanation = Explanation.of(kind);
        for (Sentence sentence :
                List.of(kind.sentence(), explanation.meaning(), explanation.next())) {
            for (Language language : Language.values()) {
                assertFalse(sentence.in(language).isBlank());
            }
        }
        assertEquals(1, kind.icon().codePointCount(0, kind.icon().length()));
    }

    @Test
    void cannot_be_said_of_more_or_less_than_was_proven() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Verdict.Unproven(
                                VerdictKind.OPEN, List.of(), List.of(), Optional.empty()));
    }
}
