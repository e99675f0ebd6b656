package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Sex;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * A person in the basic insurance.
 *
 * @param idNumber his resident identity number (GB 11643), which must bear its check character
 * @param name his name
 * @param scheme the scheme that insures him
 * @param assistance whether medical assistance (医疗救助, 低保) stands by him
 * @param filedAway whether he is registered for treatment outside of the city
 */
public record Insured(
        String idNumber, String name, Scheme scheme, boolean assistance, boolean filedAway) {
    static final String FILE = "insured.csv";
    static final String COLUMNS = "id_number,name,scheme,assistance,filed_away";

    static Insured read(Row row) throws TableException {
        String idNumber = row.text("id_number");
        if (!idNumber.matches("[0-9]{17}[0-9X]")) {
            throw row.fault("id_number", "17 digits and a check character", idNumber);
        }
        String name = row.text("name");
        LocalDate born = born(row, idNumber);
        Sex sex = idNumber.charAt(16) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
        // Party alone knows what makes an identity number and a name well formed.
        try {
            Party.of(IdType.RESIDENT_ID, idNumber, name, sex, born);
        } catch (FieldException e) {
            String column = e.field().equals("name") ? "name" : "id_number";
            throw row.fault(column, e.expected(), e.found());
        }
        return new Insured(
                idNumber,
                name,
                row.one("scheme", Scheme.values()),
                row.yes("assistance"),
                row.yes("filed_away"));
    }

    private static LocalDate born(Row row, String idNumber) throws TableException {
        try {
            return LocalDate.parse(idNumber.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw row.fault("id_number", "a birth date in digits 7 to 14", idNumber);
        }
    }
}
