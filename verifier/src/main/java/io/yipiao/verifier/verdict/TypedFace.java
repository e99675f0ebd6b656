package io.yipiao.verifier.verdict;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person typed from a paper, as he read it: nothing of it is checked.
 *
 * @param kind what sort of bill he says it is
 * @param code 票据代码, empty where the bill has none
 * @param number 票据号码
 * @param checkCode 校验码
 * @param amount the total
 * @param date the day of issue
 */
public record TypedFace(
        Optional<BillId.Kind> kind,
        String code,
        String number,
        Optional<String> checkCode,
        Fen amount,
        LocalDate date) {

    /** What stands on a bill's paper. */
    public static TypedFace of(Bill bill) {
        return new TypedFace(
                Optional.of(bill.id().kind()),
                bill.id().code(),
                bill.id().number(),
                bill.checkCode(),
                bill.total(),
                bill.issueDate());
    }
}
