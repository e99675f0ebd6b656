package io.yipiao.gateway.claim;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a person's benefits are paid.
 *
 * @param id names this version of it
 * @param holder the name on the account
 * @param bank the bank's name
 * @param number 8 to 32 digits
 * @param confirmed whether the holder's name is the one the insurance knows the person by
 * @param since when it was registered
 */
public record PayeeAccount(
        UUID id, String holder, String bank, String number, boolean confirmed, Instant since) {

    /** The last four digits, all that pages show of the number. */
    public String tail() {
        return number.substring(number.length() - 4);
    }

    /** Without holder and number, which are personal. */
    @Override
    public String toString() {
        return "account " + id;
    }
}
