package io.yipiao.gateway.http;

import io.yipiao.gateway.demo.DemonstrationBills;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Bills that no other test has, and the lines they make in an upload. */
final class Papers {
    private static final AtomicLong NUMBERS = new AtomicLong(500_000);

    private Papers() {}

    /** A small visit of 474.65 yuan, of this issuer. */
    static Bill visit(int issuer) {
        return DemonstrationBills.numbered(
                DemonstrationBills.visit(), issuer, NUMBERS.incrementAndGet());
    }

    static List<Bill> visits(int issuer, int count) {
        return IntStream.range(0, count).mapToObj(i -> visit(issuer)).toList();
    }

    /** The same bill, of which ten yuan were paid from the account instead. */
    static Bill otherContent(Bill bill) {
        Payments paid = bill.payments();
        Fen ten = new Fen(1_000);
        Fen cash = paid.cash().minus(ten);
        return Bills.paid(
                bill, new Payments(paid.fund(), paid.other(), paid.account().plus(ten), cash));
    }

    static Bill red(Bill original) {
        return Bills.red(original, Math.toIntExact(NUMBERS.incrementAndGet()));
    }

    static Bill replacing(Bill original) {
        return Bills.replacing(original, Math.toIntExact(NUMBERS.incrementAndGet()));
    }

    /** The paper that a bill is exchanged to. */
    static Bill paper(Bill original) {
        return Bills.paper(original, Math.toIntExact(NUMBERS.incrementAndGet()));
    }

    /** A bill whose number says another year. */
    static Bill ofYear(int issuer, String year) {
        Bill visit = visit(issuer);
        BillId id =
                new BillId(
                        visit.id().kind(),
                        visit.id().code().substring(0, 6) + year,
                        visit.id().number());
        return new Bill(
                id,
                visit.checkCode(),
                visit.issuer(),
                visit.issuedAt(),
                visit.patient(),
                visit.encounter(),
                visit.payments(),
                visit.relation(),
                visit.lines());
    }

    /** The same bill as if this issuer had issued it. */
    static Bill of(int issuer, Bill bill) {
        return Bills.issuedBy(bill, new Issuer(issuer, bill.issuer().code(), bill.issuer().name()));
    }

    static String text(Bill bill) {
        return Jcs.text(CanonicalForm.bill(bill));
    }

    /** A plain upload of these bills. */
    static byte[] plain(List<Bill> bills) {
        return lines(bills.stream().map(Papers::text).toArray(String[]::new));
    }

    static byte[] lines(String... lines) {
        return lines(
                Arrays.stream(lines)
                        .map(line -> line.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new));
    }

    static byte[] lines(byte[]... lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            out.writeBytes(line);
            out.write('\n');
        }
        return out.toByteArray();
    }
}
