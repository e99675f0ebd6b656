package io.yipiao.verifier.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One line of a bill's fee list (费用明细). Decimals are held in their canonical scale, so that equal
 * lines are equal values.
 *
 * @param sequence its number in the list, from 1
 * @param category the charge's category
 * @param catalogueCode the national catalogue's code, at most 50 letters, digits and hyphens; empty
 *     only for an item outside the catalogue, which is of class C
 * @param hospitalCode the hospital's own code, 1 to 50 characters
 * @param name 1 to 200 characters
 * @param specification 规格, at most 200 characters, often empty
 * @param quantity more than zero, at most 4 places
 * @param unitPrice yuan, at most 6 places
 * @param amount yuan: quantity × unit price, rounded half up to 4 places
 * @param catalogueClass the catalogue's class
 * @param at when it was given, to the second
 * @param daysOfSupply for how many days a drug was handed out; 0 where that has no sense
 */
public record FeeLine(
        int sequence,
        Category category,
        String catalogueCode,
        String hospitalCode,
        String name,
        String specification,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal amount,
        CatalogueClass catalogueClass,
        Instant at,
        int daysOfSupply) {

    public static final int QUANTITY_PLACES = 4;
    public static final int PRICE_PLACES = 6;
    public static final int AMOUNT_PLACES = 4;

    /** A year's supply, a leap year's: no prescription is longer. */
    private static final int LONGEST_SUPPLY = 366;

    private static final Pattern CATALOGUE_CODE = Pattern.compile("[0-9A-Za-z-]{0,50}");

    public FeeLine {
        if (sequence < 1) {
            throw new InvalidValue("sequence", "1 or more", sequence + "");
        }
        checkCode(catalogueCode, catalogueClass);
        Check.text("hospitalCode", hospitalCode, 1, 50);
        Check.text("name", name, 1, 200);
        Check.text("specification", specification, 0, 200);
        quantity = Decimals.canonical("quantity", quantity, QUANTITY_PLACES);
        unitPrice = Decimals.canonical("unitPrice", unitPrice, PRICE_PLACES);
        amount = Decimals.canonical("amount", amount, AMOUNT_PLACES);
        checkAmount(quantity, unitPrice, amount);
        Check.wholeSeconds("at", at);
        if (daysOfSupply < 0 || daysOfSupply > LONGEST_SUPPLY) {
            throw new InvalidValue("daysOfSupply", "0 to " + LONGEST_SUPPLY, daysOfSupply + "");
        }
    }

    /** Builds a line from outside parts. */
    public static FeeLine of(
            int sequence,
            Category category,
            String catalogueCode,
            String hospitalCode,
            String name,
            String specification,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal amount,
            CatalogueClass catalogueClass,
            Instant at,
            int daysOfSupply)
            throws FieldException {
        return InvalidValue.orFault(() ->
                new FeeLine(
                        sequence,
                        category,
                        catalogueCode,
                        hospitalCode,
                        name,
                        specification,
                        quantity,
                        unitPrice,
                        amount,
                        catalogueClass,
                        at,
                        daysOfSupply));
    }

    /** The same line with another number. */
    public FeeLine numbered(int number) {
        return copy(number, at);
    }

    /** The same line, given at another time. */
    public FeeLine givenAt(Instant time) {
        return copy(sequence, time);
    }

    private FeeLine copy(int number, Instant time) {
        return new FeeLine(
                number,
                category,
                catalogueCode,
                hospitalCode,
                name,
                specification,
                quantity,
                unitPrice,
                amount,
                catalogueClass,
                time,
                daysOfSupply);
    }

    /** What a line of this quantity and unit price amounts to, in yuan. */
    public static BigDecimal amountOf(BigDecimal quantity, BigDecimal unitPrice) {
        return quantity.multiply(unitPrice).setScale(AMOUNT_PLACES, RoundingMode.HALF_UP);
    }

    private static void checkCode(String catalogueCode, CatalogueClass catalogueClass) {
        if (!CATALOGUE_CODE.matcher(catalogueCode).matches()) {
            throw new InvalidValue(
                    "catalogueCode", "at most 50 letters, digits and hyphens", catalogueCode);
        }
        if (catalogueCode.isEmpty() && catalogueClass != CatalogueClass.C) {
            throw new InvalidValue(
                    "catalogueCode", "a code, as class " + catalogueClass + " has one", "nothing");
        }
    }

    private static void checkAmount(BigDecimal quantity, BigDecimal unitPrice, BigDecimal amount) {
        if (quantity.signum() == 0) {
            throw new InvalidValue("quantity", "more than 0", "0");
        }
        BigDecimal expected = amountOf(quantity, unitPrice);
        if (amount.compareTo(expected) != 0) {
            throw new InvalidValue(
                    "amount",
                    "quantity × unit price = " + expected.stripTrailingZeros().toPlainString(),
                    Decimals.write(amount));
        }
    }
}
