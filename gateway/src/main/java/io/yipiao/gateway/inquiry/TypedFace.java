package io.yipiao.gateway.inquiry;

import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;

import java.time.LocalDate;
import java.util.Optional;

/** The five elements that are printed on every bill (五要素). */
public record TypedFace(BillId id, String checkCode, Fen total, LocalDate date) {

    /** Takes the elements; the kind is told from the lengths of code and number if it is absent. */
    public static TypedFace of(
            Optional<BillId.Kind> kind,
            String code,
            String number,
            String checkCode,
            Fen total,
            LocalDate date)
            throws FieldException {
        return new TypedFace(
                BillId.of(kind.orElseGet(() -> kindOf(code, number)), code, number),
                checkCode,
                total,
                date);
    }

    private static BillId.Kind kindOf(String code, String number) {
        if (code.isEmpty() && number.length() == 20) {
            return BillId.Kind.ALL_DIGITAL;
        }
        return code.length() == 10 || code.length() == 12 ? BillId.Kind.VAT : BillId.Kind.FISCAL;
    }
}
