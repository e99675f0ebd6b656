package io.yipiao.verifier.bill;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * The payer party (交款人): the patient a bill was issued to.
 *
 * @param idType the paper that names him
 * @param idNumber the paper's number, letters upper case; a resident's bears GB 11643's check
 *     character and agrees with birth date and sex
 * @param name 1 to 100 characters
 * @param sex as the hospital registered it
 * @param birthDate from 1850 on
 */
public record Party(IdType idType, String idNumber, String name, Sex sex, LocalDate birthDate) {

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1850, 1, 1);

    public Party {
        Check.text("idNumber", idNumber, 1, 30);
        idType.check("idNumber", idNumber);
        Check.text("name", name, 1, 100);
        Check.notBefore("birthDate", birthDate, "the year", EARLIEST_BIRTH);
        if (idType == IdType.RESIDENT_ID) {
            agree(idNumber, sex, birthDate);
        }
    }

    /** Builds a party from outside parts. */
    public static Party of(
            IdType idType, String idNumber, String name, Sex sex, LocalDate birthDate)
            throws FieldException {
        return InvalidValue.orFault(() -> new Party(idType, idNumber, name, sex, birthDate));
    }

    /** GB 11643, 4: digits 7 to 14 are the birth date, digit 17 is odd for men. */
    private static void agree(String idNumber, Sex sex, LocalDate birthDate) {
        String digits = idNumber.substring(6, 14);
        if (!birthDate.format(DateTimeFormatter.BASIC_ISO_DATE).equals(digits)) {
            throw new InvalidValue(
                    "birthDate", "the identity number's " + digits, birthDate.toString());
        }
        Sex stated = (idNumber.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
        if (sex != stated) {
            throw new InvalidValue("sex", "the identity number's " + stated, sex.toString());
        }
    }
}
