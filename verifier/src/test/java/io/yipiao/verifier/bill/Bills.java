package io.yipiao.verifier.bill;

import io.yipiao.verifier.reader.BillReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Bills for tests. */
public final class Bills {
    private Bills() {}

    /** The inpatient sample bill, 3,354.30 yuan all in cash, 99060226-0000000001. */
    public static Bill sample() {
        return read("sample-bill.json");
    }

    /** A small outpatient bill, 474.65 yuan all in cash, 99060226-0000000002. */
    public static Bill outpatient() {
        return read("sample-outpatient-bill.json");
    }

    /** The sample bill under another number of the same series. */
    public static Bill numbered(int number) {
        return renumbered(sample(), number);
    }

    /** A bill's content under another number of the same series. */
    public static Bill renumbered(Bill bill, int number) {
        return with(bill, id(bill, number), bill.relation(), Duration.ZERO);
    }

    /** A stay with so many fee lines of one yuan each. */
    public static Bill ofLines(int count) {
        Bill sample = sample();
        FeeLine first = sample.lines().getFirst();
        List<FeeLine> lines = new ArrayList<>(count);
        for (int sequence = 1; sequence <= count; sequence++) {
            lines.add(oneYuan(sequence, first.at()));
        }
        return new Bill(
                sample.id(),
                sample.checkCode(),
                sample.issuer(),
                sample.issuedAt(),
                sample.patient(),
                sample.encounter(),
                new Payments(Fen.ZERO, Fen.ZERO, Fen.ZERO, new Fen(count * 100L)),
                Optional.empty(),
                lines);
    }

    private static FeeLine oneYuan(int sequence, Instant at) {
        return new FeeLine(
                sequence,
                Category.TREATMENT,
                "DEMO-ONE",
                "F0500",
                "示范治疗",
                "次",
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                CatalogueClass.A,
                at,
                0);
    }

    /** The red bill, issued an hour later, that takes the whole of a bill back. */
    public static Bill red(Bill original, int number) {
        Relation reverses = new Relation(Relation.Kind.REVERSES, original.id());
        return with(original, id(original, number), Optional.of(reverses), Duration.ofHours(1));
    }

    /** A bill with the same content, issued an hour later, that replaces another. */
    public static Bill replacing(Bill original, int number) {
        Relation replaces = new Relation(Relation.Kind.REPLACES, original.id());
        return with(original, id(original, number), Optional.of(replaces), Duration.ofHours(1));
    }

    /** The paper, made an hour later, that a bill or another paper is exchanged to. */
    public static Bill paper(Bill original, int number) {
        BillId.Kind kind = BillId.Kind.PAPER;
        BillId id = new BillId(kind, original.id().code(), "%010d".formatted(number));
        Relation exchanges = new Relation(Relation.Kind.EXCHANGES, original.id());
        return with(original, id, Optional.of(exchanges), Duration.ofHours(1));
    }

    /** The same bill from another issuer. */
    public static Bill issuedBy(Bill bill, Issuer issuer) {
        return new Bill(
                bill.id(),
                bill.checkCode(),
                issuer,
                bill.issuedAt(),
                bill.patient(),
                bill.encounter(),
                bill.payments(),
                bill.relation(),
                bill.lines(),
                bill.categoryTotals());
    }

    /** The same bill, of which the counter took other amounts. */
    public static Bill paid(Bill bill, Payments payments) {
        return new Bill(
                bill.id(),
                bill.checkCode(),
                bill.issuer(),
                bill.issuedAt(),
                bill.patient(),
                bill.encounter(),
                payments,
                bill.relation(),
                bill.lines(),
                bill.categoryTotals());
    }

    private static BillId id(Bill bill, int number) {
        return new BillId(bill.id().kind(), bill.id().code(), "%010d".formatted(number));
    }

    private static Bill with(Bill bill, BillId id, Optional<Relation> relation, Duration later) {
        return new Bill(
                id,
                bill.checkCode().filter(code -> id.kind() != BillId.Kind.PAPER),
                bill.issuer(),
                bill.issuedAt().plus(later),
                bill.patient(),
                bill.encounter(),
                bill.payments(),
                relation,
                bill.lines(),
                bill.categoryTotals());
    }

    /** The bytes of a sample, as it stands among the main resources. */
    public static byte[] bytes(String resource) {
        try (InputStream in = Bill.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bill read(String resource) {
        try {
            return BillReader.read(bytes(resource));
        } catch (FieldException e) {
            throw new IllegalStateException(resource, e);
        }
    }
}
