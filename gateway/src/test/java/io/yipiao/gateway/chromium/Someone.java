package io.yipiao.gateway.chromium;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.bill.Sex;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * A person whom no other test has, with an account.
 *
 * @param idNumber his resident identity number, of a region that does not exist
 * @param person how the gateway knows him
 * @param account with which he signs in
 */
public record Someone(
        String name,
        String idNumber,
        PersonId person,
        UUID account,
        String login,
        String password) {

    /** Him, as bills name him. */
    Party party() {
        LocalDate born =
                LocalDate.parse(idNumber.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        Sex sex = (idNumber.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
        return new Party(IdType.RESIDENT_ID, idNumber, name, sex, born);
    }

    /** The n-th well-formed number (GB 11643) of somebody born between 1970 and 1997. */
    static String number(int n) {
        String digits =
                "990000"
                        + LocalDate.of(1970, 1, 1)
                                .plusDays(n % 10_000)
                                .format(DateTimeFormatter.BASIC_ISO_DATE)
                        + "%03d".formatted(700 + n / 10_000);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum = (sum + digits.charAt(i) - '0') * 2 % 11;
        }
        return digits + "0123456789X".charAt((12 - sum) % 11);
    }
}
