package io.yipiao.verifier.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Issuer;

import org.junit.jupiter.api.Test;

import java.util.List;

class PrintedFactsTest {
    private static final Bill SAMPLE = Bills.sample();

    @Test
    void stand_in_the_papers_order() {
        PrintedFacts facts = new PrintedFacts(SAMPLE.issuer(), Hospital.salted(SAMPLE).core());
        assertEquals(
                List.of(
                        "ISSUER 示范市人民医院",
                        "KIND 财政电子票据",
                        "CODE 99060226",
                        "NUMBER 0000000001",
                        "DATE 2026-09-13",
                        "TOTAL 3,354.30",
                        "TOTAL_IN_WORDS 叁仟叁佰伍拾肆元叁角整",
                        "CLAIMABLE 3,354.30"),
                facts.inOrder().stream()
                        .map(fact -> fact.field() + " " + fact.value().chinese())
                        .toList());
    }

    @Test
    void name_the_related_bill() {
        Bill red = Bills.red(SAMPLE, 9);
        PrintedFacts facts = new PrintedFacts(red.issuer(), Hospital.salted(red).core());
        Fact last = facts.inOrder().getLast();
        assertEquals(Field.RELATION, last.field());
        assertEquals("Reverses 99060226-0000000001", last.value().english());
    }

    @Test
    void refuse_another_issuers_name() {
        Issuer other = new Issuer(2, "H99010100002", "示范市中医院");
        assertThrows(
                IllegalArgumentException.class,
                () -> new PrintedFacts(other, Hospital.salted(SAMPLE).core()));
    }
}
