package io.yipiao.gateway.demo;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.reader.BillReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The demonstration hospital's bills: a stay, a visit, and their like under other numbers. */
public final class DemonstrationBills {
    private DemonstrationBills() {}

    /** The stay of the worked example: 3,354.30, of which 1,830.70 are reimbursed. */
    public static Bill stay() {
        return read("sample-bill.json");
    }

    /** A visit of 474.65, small enough for the automatic route. */
    public static Bill visit() {
        return read("sample-outpatient-bill.json");
    }

    /** The same bill under another number and check code, of another issuer number. */
    public static Bill numbered(Bill bill, int issuer, long number) {
        return copy(
                bill,
                issuer,
                new BillId(bill.id().kind(), bill.id().code(), "%010d".formatted(number)),
                bill.relation(),
                Duration.ZERO);
    }

    /** The same care so many days before: another visit, not a bill for the same one. */
    public static Bill earlier(Bill bill, int days) {
        return new VariedBill(bill).earlier(days).bill();
    }

    /** The red bill (红票) that takes the whole of a bill back, issued a day later. */
    public static Bill red(Bill bill, long number) {
        return copy(
                bill,
                bill.issuer().number(),
                new BillId(bill.id().kind(), bill.id().code(), "%010d".formatted(number)),
                Optional.of(new Relation(Relation.Kind.REVERSES, bill.id())),
                Duration.ofDays(1));
    }

    /** The paper, printed a day later, that a bill is exchanged for. */
    public static Bill paper(Bill bill, long number) {
        return related(
                bill,
                new BillId(BillId.Kind.PAPER, bill.id().code(), "%010d".formatted(number)),
                new Relation(Relation.Kind.EXCHANGES, bill.id()));
    }

    /** A bill of the same content, issued a day later, that stands to it as the relation says. */
    static Bill related(Bill bill, BillId id, Relation relation) {
        int issuer = bill.issuer().number();
        return copy(bill, issuer, id, Optional.of(relation), Duration.ofDays(1));
    }

    private static Bill copy(
            Bill bill, int issuer, BillId id, Optional<Relation> relation, Duration later) {
        return new Bill(
                id,
                bill.checkCode().filter(code -> id.kind() != BillId.Kind.PAPER),
                new io.yipiao.verifier.bill.Issuer(
                        issuer, bill.issuer().code(), bill.issuer().name()),
                bill.issuedAt().plus(later),
                bill.patient(),
                bill.encounter(),
                bill.payments(),
                relation,
                bill.lines());
    }

    private static Bill read(String name) {
        try (InputStream in = Bill.class.getResourceAsStream(name)) {
            return BillReader.read(Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FieldException e) {
            throw new IllegalStateException(name + " does not read", e);
        }
    }
}
