package io.yipiao.gateway.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Bills by the number that stands on them, without their code. */
class BillNumberTest {
    @Test
    void invoices_of_both_lengths_of_code_and_fiscal_bills_are_found(@TempDir Path folder) {
        try (InquiryWorld world = new InquiryWorld(folder)) {
            StoredBill shorter = uploaded(world, BillId.Kind.VAT, "3100261130", "20471234");
            StoredBill longer = uploaded(world, BillId.Kind.VAT, "031002600104", "87654321");
            StoredBill fiscal = uploaded(world, BillId.Kind.FISCAL, "99060226", "8765432112");
            assertEquals(List.of(shorter.id()), found(world, "20471234"));
            assertEquals(List.of(longer.id()), found(world, "87654321"));
            assertEquals(List.of(fiscal.id()), found(world, "8765432112"));
            assertEquals(List.of(), found(world, "00000000"));
        }
    }

    private static List<java.util.UUID> found(InquiryWorld world, String number) {
        return world.bills().byNumber(number).stream().map(StoredBill::id).toList();
    }

    private static StoredBill uploaded(
            InquiryWorld world, BillId.Kind kind, String code, String number) {
        Bill bill = world.bill();
        return world.uploaded(
                new Bill(
                        new BillId(kind, code, number),
                        kind == BillId.Kind.VAT
                                ? Optional.of("12345678901234567890")
                                : bill.checkCode(),
                        bill.issuer(),
                        bill.issuedAt(),
                        bill.patient(),
                        bill.encounter(),
                        bill.payments(),
                        bill.relation(),
                        bill.lines()));
    }
}
