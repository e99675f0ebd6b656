package io.yipiao.gateway.demo;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Encounter;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Payments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A bill with another issuer, patient, number, day and fewer lines. */
final class VariedBill {
    private static final int CHECK_CODES = 1_000_000;

    /** A prime, so that the check codes of neighbours have nothing in common. */
    private static final int SPREAD = 611_953;

    private final Bill sample;
    private Issuer issuer;
    private Party patient;
    private BillId id;
    private int days;
    private int lines;
    private int refunded;

    VariedBill(Bill sample) {
        this.sample = sample;
        this.issuer = sample.issuer();
        this.patient = sample.patient();
        this.id = sample.id();
        this.lines = sample.lines().size();
    }

    VariedBill of(Issuer other, Party party) {
        issuer = other;
        patient = party;
        return this;
    }

    VariedBill numbered(String number) {
        id = new BillId(id.kind(), id.code(), number);
        return this;
    }

    VariedBill earlier(int daysBefore) {
        days = daysBefore;
        return this;
    }

    VariedBill firstLines(int count) {
        lines = count;
        return this;
    }

    /** Without one line; those behind it are numbered anew. */
    VariedBill without(int line) {
        refunded = line;
        return this;
    }

    /** All of it paid in cash. */
    Bill bill() {
        List<FeeLine> kept =
                sample.lines().stream()
                        .limit(lines)
                        .filter(line -> line.sequence() != refunded)
                        .toList();
        List<FeeLine> given =
                IntStream.range(0, kept.size()).mapToObj(i -> given(i + 1, kept.get(i))).toList();
        return new Bill(
                id,
                id.equals(sample.id()) ? sample.checkCode() : Optional.of(checkCode()),
                issuer,
                sample.issuedAt().minus(Duration.ofDays(days)),
                patient,
                earlier(sample.encounter()),
                new Payments(Fen.ZERO, Fen.ZERO, Fen.ZERO, total(given)),
                Optional.empty(),
                given);
    }

    /** The same bill, of which the fund paid a part at the counter. */
    static Bill settled(Bill bill, Fen fund) {
        return new Bill(
                bill.id(),
                bill.checkCode(),
                bill.issuer(),
                bill.issuedAt(),
                bill.patient(),
                bill.encounter(),
                new Payments(fund, Fen.ZERO, Fen.ZERO, bill.total().minus(fund)),
                bill.relation(),
                bill.lines());
    }

    private String checkCode() {
        return "%06d".formatted(Long.parseLong(id.number()) * SPREAD % CHECK_CODES);
    }

    private Encounter earlier(Encounter encounter) {
        return new Encounter(
                encounter.kind(),
                encounter.number(),
                encounter.admitted().minusDays(days),
                encounter.discharged().minusDays(days),
                encounter.diagnoses());
    }

    private FeeLine given(int sequence, FeeLine line) {
        return line.numbered(sequence).givenAt(line.at().minus(Duration.ofDays(days)));
    }

    private static Fen total(List<FeeLine> lines) {
        try {
            return Bill.categorySums(lines).values().stream().reduce(Fen.ZERO, Fen::plus);
        } catch (FieldException e) {
            throw new IllegalStateException("a sample's lines are small", e);
        }
    }
}
