package io.yipiao.verifier.cli;

import static io.yipiao.verifier.verdict.Field.CLAIMABLE;
import static io.yipiao.verifier.verdict.Field.DATE;
import static io.yipiao.verifier.verdict.Field.ISSUER;
import static io.yipiao.verifier.verdict.Field.LEAVES;
import static io.yipiao.verifier.verdict.Field.PERSON;
import static io.yipiao.verifier.verdict.Field.TOTAL;
import static io.yipiao.verifier.verdict.Field.TOTAL_IN_WORDS;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.verdict.BillDifference;
import io.yipiao.verifier.verdict.Field;
import io.yipiao.verifier.verdict.VerdictKind;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.List;

/** Which layer exposes which of the twelve alterations, found by real forgeries and real checks. */
class AlterationsTest {
    private static final List<Field> NOTHING = List.of();

    private final AlterationBench bench =
            new AlterationBench(
                    Bills.sample(),
                    new Issuer(2, "H99010100002", "示范市中医院"),
                    Called.NOW,
                    new SecureRandom());

    /**
     * What is expected of one alteration.
     *
     * @param name begins the alteration's English name
     * @param eye what a person sees beside the true code
     * @param typed what typed elements show
     * @param file what the sealed line shows
     */
    private record Expected(String name, List<Field> eye, List<Field> typed, List<Field> file) {}

    private static final List<Expected> TABLE =
            List.of(
                    new Expected(
                            "amount",
                            List.of(TOTAL, TOTAL_IN_WORDS, CLAIMABLE),
                            List.of(TOTAL),
                            List.of(TOTAL, CLAIMABLE, LEAVES)),
                    new Expected("date", List.of(DATE), List.of(DATE), List.of(DATE, LEAVES)),
                    new Expected("issuer", List.of(ISSUER), NOTHING, List.of(ISSUER, LEAVES)),
                    new Expected("name", NOTHING, NOTHING, List.of(PERSON)),
                    new Expected("identity number", NOTHING, NOTHING, List.of(PERSON)),
                    new Expected("diagnosis", NOTHING, NOTHING, List.of(LEAVES)),
                    new Expected("check code", NOTHING, NOTHING, List.of(LEAVES)),
                    new Expected("counter payment", NOTHING, NOTHING, List.of(LEAVES)),
                    new Expected("one line's price", NOTHING, NOTHING, List.of(LEAVES)),
                    new Expected("line order", NOTHING, NOTHING, List.of(LEAVES)),
                    new Expected("a line added", NOTHING, NOTHING, List.of(LEAVES)),
                    new Expected("a line removed", NOTHING, NOTHING, List.of(LEAVES)));

    @Test
    void are_exposed_by_exactly_these_layers() {
        List<Alteration> alterations = Alteration.of(Bills.sample());
        assertEquals(TABLE.size(), alterations.size());
        for (int i = 0; i < TABLE.size(); i++) {
            Expected expected = TABLE.get(i);
            AlterationRow row = bench.run(alterations.get(i));
            String name = row.alteration().name().english();
            assertTrue(name.startsWith(expected.name()), name);
            assertEquals(VerdictKind.ALTERED, row.rewritten(), name);
            assertEquals(expected.eye(), row.eye(), name);
            assertEquals(expected.typed(), row.typed(), name);
            assertEquals(expected.file(), row.file(), name);
        }
    }

    @Test
    void leave_the_true_bill_unaccused() {
        assertEquals(VerdictKind.NO_LEDGER, bench.untouched());
        AlterationRow row =
                bench.run(
                        new Alteration(
                                new io.yipiao.verifier.verdict.Sentence("", ""), Bills.sample()));
        assertEquals(
                List.of(NOTHING, NOTHING, NOTHING), List.of(row.eye(), row.typed(), row.file()));
    }

    @Test
    void are_named_field_by_field_once_there_is_a_second_file() {
        for (Alteration alteration : Alteration.of(Bills.sample())) {
            List<BillDifference> found = BillDifference.between(Bills.sample(), alteration.bill());
            assertTrue(!found.isEmpty(), alteration.name().english());
        }
        Alteration price = Alteration.of(Bills.sample()).get(8);
        assertEquals(
                List.of(
                        new BillDifference("lines[14].quantity", "\"1\"", "\"2\""),
                        new BillDifference("lines[14].unitPrice", "\"1280\"", "\"640\"")),
                BillDifference.between(Bills.sample(), price.bill()));
    }

    @Test
    void are_printed_as_a_table() {
        Called called = Called.with("alterations").ends(Exit.GOOD);
        System.out.println(called.out());
        List<String> lines = called.out().lines().toList();
        assertEquals(2 + TABLE.size() + 1, lines.size());
        assertEquals(
                "| identity number | ✕ ALTERED | unseen | unseen | ✕ payer party's name and"
                        + " identity number |",
                lines.get(6));
        assertTrue(lines.getLast().startsWith("A QR code alone does not show"));
        Called chinese = Called.with("alterations", "--language", "zh").ends(Exit.GOOD);
        assertTrue(chinese.out().contains("| 开票日期 | ✕ ALTERED | 目视 开票日期 |"));
    }
}
