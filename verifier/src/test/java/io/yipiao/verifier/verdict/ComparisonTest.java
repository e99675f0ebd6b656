package io.yipiao.verifier.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.fingerprint.Salt;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.fingerprint.Salts;
import io.yipiao.verifier.qr.QrPayload;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class ComparisonTest {
    private static final Bill SAMPLE = Bills.sample();
    private static final QrPayload CODE = Hospital.code(SAMPLE).payload();

    @Test
    void agrees_with_the_bill_it_was_made_of() {
        assertTrue(Comparison.withFace(CODE, TypedFace.of(SAMPLE)).agrees());
        Comparison file = Comparison.withFile(CODE, Hospital.salted(SAMPLE));
        assertTrue(file.agrees());
        assertEquals(Set.of(), file.unseen());
    }

    @Test
    void names_each_typed_element_that_differs() {
        TypedFace typed =
                new TypedFace(
                        Optional.of(BillId.Kind.PAPER),
                        "99060227",
                        "0000000002",
                        Optional.of("zzzzzz"),
                        new Fen(335_431),
                        SAMPLE.issueDate().plusDays(1));
        assertEquals(
                List.of(
                        new Difference(Field.KIND, "FISCAL", "PAPER"),
                        new Difference(Field.CODE, "99060226", "99060227"),
                        new Difference(Field.NUMBER, "0000000001", "0000000002"),
                        new Difference(Field.DATE, "2026-09-13", "2026-09-14"),
                        new Difference(Field.TOTAL, "3354.30", "3354.31")),
                Comparison.withFace(CODE, typed).differences());
    }

    @Test
    void says_what_typed_elements_cannot_show() {
        TypedFace face = TypedFace.of(SAMPLE);
        Set<Field> unseen = Comparison.withFace(CODE, face).unseen();
        assertEquals(
                EnumSet.of(
                        Field.ISSUER,
                        Field.CLAIMABLE,
                        Field.RELATION,
                        Field.CHECK_CODE,
                        Field.PERSON,
                        Field.LEAVES),
                unseen);
    }

    @Test
    void tells_another_salt_from_another_content() {
        Salts salts = Hospital.salted(SAMPLE).salts();
        Salts other = new Salts(Salt.of(new byte[16]), salts.person(), salts.leaves());
        assertEquals(
                List.of(Field.SALT),
                fields(Comparison.withFile(CODE, new SaltedBill(SAMPLE, other))));
    }

    @Test
    void names_a_relation_that_the_code_has_not() {
        QrPayload second = Hospital.code(Bills.numbered(2)).payload();
        Bill replacing = Bills.replacing(SAMPLE, 2);
        Comparison comparison = Comparison.withFile(second, Hospital.salted(replacing));
        assertTrue(fields(comparison).contains(Field.RELATION));
    }

    private static List<Field> fields(Comparison comparison) {
        return comparison.differences().stream().map(Difference::field).toList();
    }
}
