package io.yipiao.gateway.screen;

import io.yipiao.gateway.screen.Draft.Charge;
import io.yipiao.gateway.screen.MadePair.Kind;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Relation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Pairs of bills from a seed, as many of each kind. What comes again comes with the slips that
 * people make: order, times, prices, dropped lines, merged quantities, codes and spellings.
 */
final class MadePairs {
    private final Random random;
    private final MadeCare care;
    private int numbers;

    MadePairs(long seed) {
        this.random = new Random(seed);
        this.care = new MadeCare(random);
    }

    List<MadePair> ofEach(int count) {
        List<MadePair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (Kind kind : Kind.values()) {
                pairs.add(pair(kind));
            }
        }
        return pairs;
    }

    MadePair pair(Kind kind) {
        return switch (kind) {
            case REKEYED_COPY -> rekeyed();
            case STAY_BILLED_TWICE -> billedTwice();
            case SPLIT_BILL -> split();
            case REISSUED_AFTER_REFUND -> reissued();
            case MONTHLY_CHEMOTHERAPY -> chemotherapy();
            case TWINS -> twins();
            case FAMILY_FLU -> flu();
            case EVERYDAY -> everyday();
        };
    }

    private MadePair rekeyed() {
        Draft draft = care.care(care.hospital(), care.patient());
        Draft copy = noisy(draft.called(care.number()), 0.08);
        copy = random.nextInt(5) == 0 ? copy.by(care.hospital()) : copy;
        return pair(Kind.REKEYED_COPY, draft, copy);
    }

    private MadePair billedTwice() {
        Draft draft = care.stay(care.hospital(), care.patient());
        List<Charge> more = new ArrayList<>();
        for (MadeItem item : care.some(MadeItem.DRUGS, 0, 2)) {
            more.add(new Charge(item, 1, item.fen(), care.at(draft.admitted(), 9)));
        }
        Draft again = noisy(draft, 0.15).plus(more);
        again = random.nextBoolean() ? again : again.called(care.number());
        return pair(Kind.STAY_BILLED_TWICE, draft, again);
    }

    /** By category, by day or line by line; a part of at least three items. */
    private MadePair split() {
        Draft draft = care.stay(care.hospital(), care.patient());
        int mode = random.nextInt(3);
        int salt = random.nextInt();
        double kept = 0.25 + random.nextDouble() / 2;
        Draft part =
                draft.keeping(charge -> {
                    int of =
                            switch (mode) {
                                case 0 -> charge.item().category().hashCode();
                                case 1 -> charge.day().hashCode();
                                default -> charge.hashCode();
                            };
                    return new Random(of ^ salt).nextDouble() < kept;
                });
        long items = part.charges().stream().map(Charge::item).distinct().count();
        if (items < 3 || part.charges().size() == draft.charges().size()) {
            return split();
        }
        part = part.called(care.number()).each(charge -> spelled(charge));
        return random.nextBoolean()
                ? pair(Kind.SPLIT_BILL, draft, part)
                : pair(Kind.SPLIT_BILL, part, draft);
    }

    private MadePair reissued() {
        Draft draft = care.care(care.hospital(), care.patient());
        Draft left = draft.keeping(charge -> random.nextInt(8) > 0);
        Bill first = draft.bill(id(), random.nextInt(3), Optional.empty());
        Relation replaces = new Relation(Relation.Kind.REPLACES, first.id());
        return new MadePair(
                Kind.REISSUED_AFTER_REFUND,
                first,
                left.bill(id(), 4 + random.nextInt(20), Optional.of(replaces)));
    }

    private MadePair chemotherapy() {
        Draft course = care.stay(care.hospital(), care.patient());
        int weeks = 3 + random.nextInt(2);
        int days = weeks * 7 + random.nextInt(4) - 1;
        return pair(Kind.MONTHLY_CHEMOTHERAPY, course, course.called(care.number()).later(days));
    }

    private MadePair twins() {
        LocalDate born = care.day();
        boolean certificates = random.nextBoolean();
        Party one = certificates ? care.newborn(born, "王大宝") : care.resident(born, "王大宝");
        Party other = certificates ? care.newborn(born, "王小宝") : care.resident(born, "王小宝");
        Draft draft = born(care.stay(care.hospital(), one), born);
        return pair(Kind.TWINS, draft, draft.of(other).called(care.number()));
    }

    private static Draft born(Draft stay, LocalDate born) {
        return stay.later(Math.max(0, (int) (born.toEpochDay() - stay.admitted().toEpochDay())));
    }

    private MadePair flu() {
        Draft draft = care.visit(care.hospital(), care.patient(), care.day(), 9);
        Draft other = draft.of(care.patient()).called(care.number());
        return pair(Kind.FAMILY_FLU, draft, random.nextBoolean() ? other : slipped(other, 0.1));
    }

    private MadePair everyday() {
        Issuer hospital = care.hospital();
        Party patient = care.patient();
        LocalDate day = care.day();
        Draft visit = care.visit(hospital, patient, day, 9);
        return switch (random.nextInt(8)) {
            case 0 -> {
                Draft dialysis =
                        care.visitFor(
                                hospital,
                                patient,
                                day,
                                8,
                                List.of(
                                        MadeItem.CARE.getFirst(),
                                        MadeItem.MATERIALS.get(3),
                                        MadeItem.DRUGS.get(17),
                                        MadeItem.DRUGS.get(18)));
                yield everyday(dialysis, dialysis.later(2 + random.nextInt(2)));
            }
            case 1 -> everyday(visit, visit.later(14 + random.nextInt(15)));
            case 2 -> everyday(visit, visit.later(1));
            case 3 -> everyday(visit, care.visit(hospital, patient, day, 14));
            case 4 -> everyday(visit, care.visit(MadeCare.hospital(20), patient, day, 15));
            case 5 -> {
                Draft infusion =
                        care.visitFor(
                                hospital,
                                patient,
                                day,
                                8,
                                List.of(MadeItem.DAILY.get(3), MadeItem.DRUGS.get(2)));
                yield everyday(
                        infusion,
                        infusion.each(charge -> charge.on(charge.at().plusSeconds(6 * 3_600))));
            }
            case 6 -> {
                Draft stay = care.stay(hospital, patient);
                yield everyday(stay, care.visit(hospital, patient, stay.admitted(), 8));
            }
            default -> {
                Draft stay = care.stay(hospital, patient);
                Draft after = care.stay(MadeCare.hospital(20), patient);
                int days = (int) (stay.discharged().toEpochDay() - after.admitted().toEpochDay());
                yield everyday(stay, after.later(days));
            }
        };
    }

    private MadePair everyday(Draft first, Draft second) {
        return pair(Kind.EVERYDAY, first, second.called(care.number()));
    }

    private MadePair pair(Kind kind, Draft first, Draft second) {
        return new MadePair(
                kind,
                first.bill(id(), random.nextInt(3), Optional.empty()),
                second.bill(id(), random.nextInt(40), Optional.empty()));
    }

    private BillId id() {
        numbers++;
        return new BillId(BillId.Kind.FISCAL, "99060226", "%010d".formatted(numbers));
    }

    /** As somebody keys it who has the paper before him, and misses some of it. */
    private Draft noisy(Draft draft, double dropped) {
        Draft keyed = slipped(draft, dropped);
        keyed = random.nextInt(3) == 0 ? merged(keyed) : keyed;
        keyed =
                switch (random.nextInt(3)) {
                    case 0 -> keyed;
                    case 1 -> keyed.each(charge -> charge.on(midnight(charge)));
                    default -> keyed.each(this::shifted);
                };
        List<Charge> order = new ArrayList<>(keyed.charges());
        Collections.shuffle(order, random);
        return keyed.with(order);
    }

    private Draft slipped(Draft draft, double dropped) {
        return draft.keeping(charge -> random.nextDouble() >= dropped)
                .each(charge -> spelled(priced(charge)));
    }

    private Charge priced(Charge charge) {
        boolean slips = random.nextInt(4) == 0;
        return slips
                ? charge.at((int) Math.round(charge.fen() * (0.97 + random.nextDouble() * 0.06)))
                : charge;
    }

    private Charge spelled(Charge charge) {
        MadeItem item = charge.item();
        return switch (random.nextInt(8)) {
            case 0 -> charge.of(item.otherPackage(random));
            case 1 -> charge.of(item.otherCode(random));
            case 2, 3 -> charge.of(item.otherSpelling(random));
            default -> charge;
        };
    }

    /** Lines of one item and price as one line with their quantity, on the last day. */
    private static Draft merged(Draft draft) {
        Map<String, Charge> merged = new LinkedHashMap<>();
        for (Charge charge : draft.charges()) {
            merged.merge(
                    charge.item().name() + charge.fen() + charge.item().code(),
                    charge,
                    (one, other) -> other.times(one.quantity() + other.quantity()));
        }
        return draft.with(List.copyOf(merged.values()));
    }

    private static Instant midnight(Charge charge) {
        return charge.day().atStartOfDay(Bill.ZONE).toInstant();
    }

    private Charge shifted(Charge charge) {
        Instant moved = charge.at().plusSeconds(random.nextInt(7_200) - 3_600);
        return charge.on(moved).day().equals(charge.day()) ? charge.on(moved) : charge;
    }
}
