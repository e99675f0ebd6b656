package io.yipiao.gateway.screen;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.Encounter;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Party;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How much two bills are alike, in fen rather than in lines, so that it makes no difference whether
 * six days of nursing are one line or six.
 *
 * <pre>
 * common  = Σ over items of what both bills charge for it
 * share   = common / the smaller bill      (1: the one is wholly in the other)
 * whole   = common / Σ over items of the larger amount      (1: they are the same)
 * days    = how much of common falls on the same days, or by how much two stays overlap
 * backing = 1 − (1 − whole) / 2^(items both have): a part of one item proves little
 * score   = days × backing × (0.9 share + 0.1 whole) × place × hour
 * </pre>
 *
 * {@code place} is 0.97 for two issuers, as two hospitals in a day do the same tests at the same
 * prices; {@code hour} is 0.5 for two visits of different numbers that lie more than three hours
 * apart in a day. Another patient's bill is never alike, however similar: a family has one flu.
 *
 * @param score from 0 to 1
 * @param part whether one is a part of the other rather than both the same
 * @param items item by item
 */
public record Likeness(double score, boolean part, List<ItemMatch> items) {
    /** From here on two bills are the same rather than one a part of the other. */
    private static final double WHOLE = 0.75;

    private static final double OTHER_ISSUER = 0.97;
    private static final double OTHER_HOUR = 0.5;
    private static final Duration ONE_VISIT = Duration.ofHours(3);

    public Likeness {
        items = List.copyOf(items);
    }

    public static Likeness of(Bill left, Bill right) {
        List<ItemMatch> items = Items.of(left, right);
        if (!isSamePatient(left.patient(), right.patient())) {
            return new Likeness(0, false, items);
        }
        double common = items.stream().mapToDouble(ItemMatch::common).sum();
        if (common == 0) {
            return new Likeness(0, false, items);
        }
        double larger = items.stream().mapToDouble(ItemMatch::larger).sum();
        double smaller = Math.min(charged(left), charged(right));
        double share = common / smaller;
        double whole = common / larger;
        long both = items.stream().filter(item -> item.common() > 0).count();
        double backing = 1 - (1 - whole) * Math.pow(2, (double) -both);
        double score =
                days(left.encounter(), right.encounter(), items, common)
                        * backing
                        * (0.9 * share + 0.1 * whole)
                        * place(left, right)
                        * hour(left, right);
        // As many places as are kept, so that a level never changes by rounding.
        double kept = Math.floor(Math.clamp(score, 0.0, 1.0) * 1_000) / 1_000;
        return new Likeness(kept, whole < WHOLE, items);
    }

    public Level level() {
        return Level.of(score);
    }

    private static boolean isSamePatient(Party left, Party right) {
        return left.idType() == right.idType() && left.idNumber().equals(right.idNumber());
    }

    private static double charged(Bill bill) {
        return bill.lines().stream().mapToDouble(line -> line.amount().doubleValue()).sum();
    }

    private static double days(
            Encounter left, Encounter right, List<ItemMatch> items, double common) {
        double overlap = overlap(left, right);
        return items.stream()
                        .mapToDouble(item -> item.common() * Math.max(overlap, item.sameDays()))
                        .sum()
                / common;
    }

    /** By how much the shorter of two stays lies within the other; visits have their day only. */
    private static double overlap(Encounter left, Encounter right) {
        if (left.kind() != CareKind.INPATIENT || right.kind() != CareKind.INPATIENT) {
            return 0;
        }
        long from = Math.max(left.admitted().toEpochDay(), right.admitted().toEpochDay());
        long until = Math.min(left.discharged().toEpochDay(), right.discharged().toEpochDay());
        return (double) Math.max(0, until - from + 1) / Math.min(length(left), length(right));
    }

    private static long length(Encounter stay) {
        return ChronoUnit.DAYS.between(stay.admitted(), stay.discharged()) + 1;
    }

    private static double place(Bill left, Bill right) {
        return left.issuer().number() == right.issuer().number() ? 1 : OTHER_ISSUER;
    }

    private static double hour(Bill left, Bill right) {
        Encounter one = left.encounter();
        Encounter other = right.encounter();
        if (one.kind() == CareKind.INPATIENT
                || other.kind() == CareKind.INPATIENT
                || one.number().equals(other.number())) {
            return 1;
        }
        Optional<Instant> begun = begun(left);
        Optional<Instant> again = begun(right);
        return begun.isPresent()
                        && again.isPresent()
                        && Duration.between(begun.get(), again.get()).abs().compareTo(ONE_VISIT) > 0
                ? OTHER_HOUR
                : 1;
    }

    /** When care began; lines at midnight are of bills that know days only. */
    private static Optional<Instant> begun(Bill bill) {
        return bill.lines().stream()
                .map(FeeLine::at)
                .filter(at -> !at.atZone(Bill.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT))
                .min(Instant::compareTo);
    }
}
