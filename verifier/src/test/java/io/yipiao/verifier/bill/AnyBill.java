package io.yipiao.verifier.bill;

import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.just;
import static net.jqwik.api.Arbitraries.longs;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bills of every sort, for property tests. */
public final class AnyBill {
    private static final LocalDate FIRST_DAY = LocalDate.of(2001, 1, 1);

    private AnyBill() {}

    /** What all of a bill's parts hang on. */
    private record Frame(BillId id, Encounter encounter, Instant issuedAt) {}

    /** What of a bill hangs on its lines. */
    private record Sums(List<FeeLine> lines, SortedMap<Category, Fen> totals, Payments payments) {}

    public static Arbitrary<Bill> arbitrary() {
        return frames().flatMap(AnyBill::of).withoutEdgeCases();
    }

    private static Arbitrary<Bill> of(Frame frame) {
        Instant last = frame.issuedAt();
        Instant from = frame.encounter().admitted().atStartOfDay(Bill.ZONE).toInstant();
        Instant until =
                frame.encounter().discharged().plusDays(2).atStartOfDay(Bill.ZONE).toInstant();
        Instant latest = last.isBefore(until) ? last : until.minusSeconds(1);
        return Combinators.combine(
                        checkCode(frame.id()),
                        AnyParty.issuer(),
                        AnyParty.patient(frame.encounter().admitted()),
                        relation(frame.id()),
                        AnyFeeLine.lines(from.minusSeconds(86_400), latest).flatMap(AnyBill::sums))
                .as((checkCode, issuer, patient, relation, sums) ->
                        new Bill(
                                frame.id(),
                                checkCode,
                                issuer,
                                frame.issuedAt(),
                                patient,
                                frame.encounter(),
                                sums.payments(),
                                relation,
                                sums.lines(),
                                sums.totals()));
    }

    private static Arbitrary<Frame> frames() {
        return Combinators.combine(
                        AnyParty.id(),
                        AnyParty.diagnoses(),
                        integers().between(0, 30_000),
                        integers().between(0, 60),
                        longs().between(0, 40 * 86_400L),
                        AnyText.upTo(40))
                .as(AnyBill::frame);
    }

    private static Frame frame(
            BillId id, List<String> diagnoses, int day, int days, long delay, String number) {
        boolean fiscal = id.kind() == BillId.Kind.FISCAL || id.kind() == BillId.Kind.PAPER;
        CareKind[] kinds = CareKind.values();
        CareKind kind = kinds[day % (fiscal ? 2 : 3)];
        LocalDate admitted = FIRST_DAY.plusDays(day);
        LocalDate discharged = admitted.plusDays(kind == CareKind.INPATIENT ? days : 0);
        Instant issuedAt = discharged.atStartOfDay(Bill.ZONE).toInstant().plusSeconds(delay);
        return new Frame(
                id, new Encounter(kind, number, admitted, discharged, diagnoses), issuedAt);
    }

    private static Arbitrary<Optional<String>> checkCode(BillId id) {
        return switch (id.kind()) {
            case FISCAL -> AnyText.of("0123456789abcXYZ", 6).map(Optional::of);
            case VAT ->
                    id.code().length() == 12
                            ? AnyText.of("0123456789", 20).map(Optional::of)
                            : AnyText.of("0123456789", 20).optional();
            case ALL_DIGITAL, PAPER -> just(Optional.empty());
        };
    }

    private static Arbitrary<Optional<Relation>> relation(BillId id) {
        boolean fiscal = id.kind() == BillId.Kind.FISCAL || id.kind() == BillId.Kind.PAPER;
        Arbitrary<Relation> relations =
                Combinators.combine(
                                Arbitraries.of(Relation.Kind.class)
                                        .filter(kind ->
                                                kind != Relation.Kind.EXCHANGES
                                                        || id.kind() == BillId.Kind.PAPER),
                                AnyParty.id(fiscal)
                                        .filter(other -> !other.number().equals(id.number())))
                        .as(Relation::new);
        return relations.optional(0.5);
    }

    private static Arbitrary<Sums> sums(List<FeeLine> lines) {
        return Combinators.combine(
                        integers().between(-1, 1).list().ofSize(Category.values().length),
                        integers().between(0, 4).list().ofSize(3))
                .as((differences, quarters) -> sums(lines, differences, quarters));
    }

    private static Sums sums(List<FeeLine> lines, List<Integer> differences, List<Integer> parts) {
        SortedMap<Category, Fen> totals = new TreeMap<>();
        long total = 0;
        for (Map.Entry<Category, Fen> sum : LineRules.sums(lines).entrySet()) {
            int difference = differences.get(totals.size());
            long printed = Math.max(0, sum.getValue().value() + difference);
            totals.put(sum.getKey(), new Fen(printed));
            total += printed;
        }
        List<Fen> payments = new ArrayList<>();
        long left = total;
        for (int quarters : parts) {
            long part = left / 4 * quarters;
            payments.add(new Fen(part));
            left -= part;
        }
        return new Sums(
                lines,
                totals,
                new Payments(payments.get(0), payments.get(1), payments.get(2), new Fen(left)));
    }
}
