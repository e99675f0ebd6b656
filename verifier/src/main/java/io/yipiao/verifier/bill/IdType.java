package io.yipiao.verifier.bill;

import java.util.regex.Pattern;

/** The papers by which a person is known, each with the shape of its number. */
public enum IdType {
    /** 居民身份证, and the residence permits numbered like it: GB 11643. */
    RESIDENT_ID("[0-9]{17}[0-9X]", "17 digits and a check character"),
    /** 护照 */
    PASSPORT("[A-Z0-9]{5,17}", "5 to 17 capital letters and digits"),
    /** 港澳居民来往内地通行证 */
    HONG_KONG_MACAO_PERMIT("[HM][0-9]{8}([0-9]{2})?", "H or M and 8 or 10 digits"),
    /** 台湾居民来往大陆通行证 */
    TAIWAN_PERMIT("[0-9]{8}([0-9]{2})?", "8 or 10 digits"),
    /** 外国人永久居留身份证: three letters and 12 digits, since December 2023 GB 11643's shape. */
    PERMANENT_RESIDENCE(
            "[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]",
            "3 capital letters and 12 digits, or 9 and 16 digits and a check character"),
    /** 军官证、士兵证、警官证 */
    SERVICE_ID("\\S{4,30}", "4 to 30 characters without a space"),
    /** 出生医学证明 */
    BIRTH_CERTIFICATE("[A-Z][0-9]{9}", "a capital letter and 9 digits"),
    /** 其他 */
    OTHER("\\S{4,30}", "4 to 30 characters without a space");

    private static final int WITH_CHECK_CHARACTER = 18;

    private final Pattern numbers;
    private final String shape;

    IdType(String numbers, String shape) {
        this.numbers = Pattern.compile(numbers);
        this.shape = shape;
    }

    /** Refuses a number that this paper cannot bear. */
    void check(String field, String number) {
        if (!numbers.matcher(number).matches()) {
            throw new InvalidValue(field, shape, number);
        }
        if (hasCheckCharacter(number)
                && CheckCharacter.ofResident(number) != number.charAt(number.length() - 1)) {
            throw new InvalidValue(
                    field, "the check character " + CheckCharacter.ofResident(number), number);
        }
    }

    private boolean hasCheckCharacter(String number) {
        return (this == RESIDENT_ID || this == PERMANENT_RESIDENCE)
                && number.length() == WITH_CHECK_CHARACTER;
    }
}
