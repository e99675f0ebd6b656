package io.yipiao.network.corpus;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Encounter;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One bill of the corpus, drawn from the seed, its year and its place in it. */
final class DrawnBill {
    /** Bills of this many lines or more are of stays. */
    private static final int STAY = 60;

    private static final String CODE = "99060126";
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 15);
    private static final int DAYS = 250;
    private static final int NUMBERS_A_YEAR = 2_000;
    private static final List<String> DIAGNOSES =
            List.of("I10", "E11.9", "J18.9", "K29.5", "M54.5");

    private final Corpus corpus;
    private final Clinic clinic;
    private final int copy;
    private final int place;
    private final SplittableRandom random;

    /**
     * @param place among its hospital's bills of that year
     * @param among its place among all of that year
     */
    DrawnBill(Corpus corpus, Clinic clinic, int copy, int place, int among) {
        this.corpus = corpus;
        this.clinic = clinic;
        this.copy = copy;
        this.place = place;
        this.random =
                new SplittableRandom(corpus.seed() ^ ((long) copy * Corpus.BILLS + among) << 20);
    }

    Bill bill(int count) {
        LocalDate discharged = FIRST_DAY.plusDays(random.nextInt(DAYS));
        boolean stay = count >= STAY;
        LocalDate admitted = stay ? discharged.minusDays(random.nextInt(1, 14)) : discharged;
        List<FeeLine> lines = lines(count, admitted, discharged);
        String number = "%03d%07d".formatted(clinic.place(), copy * NUMBERS_A_YEAR + place);
        return new Bill(
                new BillId(BillId.Kind.FISCAL, CODE, number),
                Optional.of("%06d".formatted(random.nextInt(1_000_000))),
                clinic.issuer(),
                at(discharged, LocalTime.of(17, 30)),
                Resident.drawn(copy, random),
                new Encounter(
                        stay ? CareKind.INPATIENT : CareKind.OUTPATIENT,
                        (stay ? "ZY" : "MZ") + number,
                        admitted,
                        discharged,
                        List.of(DIAGNOSES.get(random.nextInt(DIAGNOSES.size())))),
                new Payments(Fen.ZERO, Fen.ZERO, Fen.ZERO, total(lines)),
                Optional.empty(),
                lines);
    }

    private List<FeeLine> lines(int count, LocalDate admitted, LocalDate discharged) {
        int days = (int) (discharged.toEpochDay() - admitted.toEpochDay()) + 1;
        List<FeeLine> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            LocalDate day = admitted.plusDays((long) i * days / count);
            lines.add(line(i + 1, at(day, LocalTime.of(8 + random.nextInt(9), i % 60))));
        }
        return lines;
    }

    private FeeLine line(int sequence, Instant at) {
        Item item = corpus.items().at(random.nextInt(corpus.items().size()));
        BigDecimal quantity = BigDecimal.valueOf(random.nextInt(1, 6));
        BigDecimal price = BigDecimal.valueOf(random.nextLong(50, 9_000), 2);
        return new FeeLine(
                sequence,
                item.category(),
                item.code(),
                "Y" + item.code().substring(Math.max(0, item.code().length() - 8)),
                item.name(),
                item.isDrug() ? "0.25g×24" : "次",
                quantity,
                price,
                FeeLine.amountOf(quantity, price),
                item.catalogueClass(),
                at,
                item.isDrug() ? 3 : 0);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Bill.ZONE).toInstant();
    }

    private static Fen total(List<FeeLine> lines) {
        try {
            return Bill.categorySums(lines).values().stream().reduce(Fen.ZERO, Fen::plus);
        } catch (FieldException e) {
            throw new IllegalStateException("a drawn bill's lines are small", e);
        }
    }
}
