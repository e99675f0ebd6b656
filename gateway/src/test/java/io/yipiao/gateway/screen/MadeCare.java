package io.yipiao.gateway.screen;

import io.yipiao.gateway.screen.Draft.Charge;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.CareKind;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Sex;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Patients, visits and stays as chance makes them. */
final class MadeCare {
    private static final List<Integer> WEIGHTS =
            List.of(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    private static final LocalDate YEAR = LocalDate.of(2026, 1, 5);

    private final Random random;
    private int people;
    private int numbers;

    MadeCare(Random random) {
        this.random = random;
    }

    Issuer hospital() {
        return hospital(1 + random.nextInt(9));
    }

    static Issuer hospital(int number) {
        return new Issuer(number, "H990101%05d".formatted(number), "示范医院" + number);
    }

    Party patient() {
        people++;
        LocalDate born = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(30_000));
        return resident(born, "病人" + people);
    }

    /** Known by a number of his own, however alike his name is. */
    Party resident(LocalDate born, String name) {
        int serial = people++ % 1_000;
        String digits =
                "990000%s%03d".formatted(born.format(DateTimeFormatter.BASIC_ISO_DATE), serial);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.size(); i++) {
            sum += WEIGHTS.get(i) * (digits.charAt(i) - '0');
        }
        String number = digits + "10X98765432".charAt(sum % 11);
        return new Party(
                IdType.RESIDENT_ID, number, name, serial % 2 == 1 ? Sex.MALE : Sex.FEMALE, born);
    }

    /** Whose number is his birth certificate's. */
    Party newborn(LocalDate born, String name) {
        people++;
        return new Party(
                IdType.BIRTH_CERTIFICATE, "P%09d".formatted(people), name, Sex.FEMALE, born);
    }

    LocalDate day() {
        return YEAR.plusDays(random.nextInt(240));
    }

    String number() {
        numbers++;
        return "N" + numbers;
    }

    /** A stay of some days with 6 to 60 lines. */
    Draft stay(Issuer hospital, Party patient) {
        LocalDate admitted = day();
        int days = 2 + random.nextInt(12);
        LocalDate discharged = admitted.plusDays(days - 1L);
        List<Charge> charges = new ArrayList<>();
        for (MadeItem item : some(MadeItem.DAILY, 2, 6)) {
            if (random.nextBoolean()) {
                charges.add(new Charge(item, days, item.fen(), at(discharged, 8)));
            } else {
                for (int day = 0; day < days; day++) {
                    charges.add(new Charge(item, 1, item.fen(), at(admitted.plusDays(day), 8)));
                }
            }
        }
        once(charges, some(MadeItem.TESTS, 1, 8), admitted, days);
        once(charges, some(MadeItem.IMAGING, 0, 3), admitted, days);
        once(charges, some(MadeItem.CARE, 0, 3), admitted, days);
        once(charges, some(MadeItem.MATERIALS, 0, 4), admitted, days);
        once(charges, some(MadeItem.DRUGS, 1, 9), admitted, days);
        return new Draft(
                hospital, patient, CareKind.INPATIENT, number(), admitted, discharged, charges);
    }

    /** A visit on one day with 3 to 12 lines. */
    Draft visit(Issuer hospital, Party patient, LocalDate day, int hour) {
        List<Charge> charges = new ArrayList<>();
        for (MadeItem item : MadeItem.VISIT) {
            charges.add(new Charge(item, 1, item.fen(), at(day, hour)));
        }
        at(charges, some(MadeItem.TESTS, 0, 4), day, hour);
        at(charges, some(MadeItem.IMAGING, 0, 1), day, hour);
        at(charges, some(MadeItem.DRUGS, 1, 5), day, hour);
        return new Draft(hospital, patient, CareKind.OUTPATIENT, number(), day, day, charges);
    }

    /** A visit or a stay. */
    Draft care(Issuer hospital, Party patient) {
        return random.nextInt(3) == 0
                ? visit(hospital, patient, day(), 8 + random.nextInt(8))
                : stay(hospital, patient);
    }

    /** A visit for these items, one of each. */
    Draft visitFor(Issuer hospital, Party patient, LocalDate day, int hour, List<MadeItem> items) {
        List<Charge> charges = new ArrayList<>();
        for (MadeItem item : items) {
            charges.add(new Charge(item, 1, item.fen(), at(day, hour)));
        }
        return new Draft(hospital, patient, CareKind.OUTPATIENT, number(), day, day, charges);
    }

    List<MadeItem> some(List<MadeItem> from, int least, int most) {
        List<MadeItem> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        int count = Math.min(from.size(), least + random.nextInt(most - least + 1));
        return shuffled.subList(0, count);
    }

    Instant at(LocalDate day, int hour) {
        return day.atTime(hour, random.nextInt(60), random.nextInt(60))
                .atZone(Bill.ZONE)
                .toInstant();
    }

    private void once(List<Charge> charges, List<MadeItem> items, LocalDate admitted, int days) {
        for (MadeItem item : items) {
            LocalDate day = admitted.plusDays(random.nextInt(days));
            charges.add(new Charge(item, 1 + random.nextInt(6), item.fen(), at(day, 10)));
        }
    }

    private void at(List<Charge> charges, List<MadeItem> items, LocalDate day, int hour) {
        for (MadeItem item : items) {
            charges.add(new Charge(item, 1 + random.nextInt(3), item.fen(), at(day, hour)));
        }
    }
}
