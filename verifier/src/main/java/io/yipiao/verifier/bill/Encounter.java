package io.yipiao.verifier.bill;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The visit or stay a bill is for.
 *
 * @param kind outpatient, inpatient or pharmacy
 * @param number the institution's number of the visit or stay, 1 to 40 characters
 * @param admitted the first day; of a visit or purchase its only day
 * @param discharged the last day, the same as the first unless inpatient
 * @param diagnoses ICD-10 codes, the chief one first, each once, at most 50; at least one unless a
 *     pharmacy's. Shape: a letter and two digits, then perhaps a point and the national extensions
 *     ({@code I10}, {@code E11.900}, {@code I10.x00x002}), then perhaps dagger or asterisk written
 *     {@code +} or {@code *}
 */
public record Encounter(
        CareKind kind,
        String number,
        LocalDate admitted,
        LocalDate discharged,
        List<String> diagnoses) {

    /** How many diagnoses a bill may list. */
    public static final int DIAGNOSES = 50;

    private static final Pattern ICD_10 =
            Pattern.compile("[A-Z][0-9]{2}(\\.[0-9x][0-9]{0,2}(x[0-9]{3})?)?[+*]?");

    public Encounter {
        diagnoses = List.copyOf(diagnoses);
        Check.text("number", number, 1, 40);
        Check.thisCentury("admitted", admitted);
        Check.thisCentury("discharged", discharged);
        Check.notBefore("discharged", discharged, "admitted", admitted);
        if (kind != CareKind.INPATIENT && !admitted.equals(discharged)) {
            throw new InvalidValue("discharged", "the day of the visit", discharged.toString());
        }
        check(diagnoses, kind == CareKind.PHARMACY ? 0 : 1);
    }

    /** Builds an encounter from outside parts. */
    public static Encounter of(
            CareKind kind,
            String number,
            LocalDate admitted,
            LocalDate discharged,
            List<String> diagnoses)
            throws FieldException {
        return InvalidValue.orFault(
                () -> new Encounter(kind, number, admitted, discharged, diagnoses));
    }

    private static void check(List<String> diagnoses, int least) {
        int size = diagnoses.size();
        if (size < least || size > DIAGNOSES) {
            throw new InvalidValue("diagnoses", least + " to " + DIAGNOSES + " codes", size + "");
        }
        for (int i = 0; i < size; i++) {
            if (!ICD_10.matcher(diagnoses.get(i)).matches()) {
                throw new InvalidValue(
                        "diagnoses[" + i + "]", "an ICD-10 code such as I10", diagnoses.get(i));
            }
        }
        if (new HashSet<>(diagnoses).size() < size) {
            throw new InvalidValue("diagnoses", "each code once", "a code twice");
        }
    }
}
