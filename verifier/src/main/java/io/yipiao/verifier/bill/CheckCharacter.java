package io.yipiao.verifier.bill;

/** The last characters of public numbers, by which a slip of the pen shows. */
public final class CheckCharacter {
    /** GB 32100, table 1: digits and letters without I, O, Z, S, V. */
    private static final String CREDIT_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final String RESIDENT = "0123456789X";

    private CheckCharacter() {}

    /**
     * GB 11643-1999, 4: ISO 7064 MOD 11-2 over 17 digits. The weights are 2^17 … 2^1 modulo 11, so
     * the digits are folded from the left.
     */
    public static char ofResident(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum = (sum + number.charAt(i) - '0') * 2 % 11;
        }
        return RESIDENT.charAt((12 - sum) % 11);
    }

    /** GB 32100-2015, 5.2.3: weights 3^0 … 3^16 modulo 31 over 17 characters. */
    static char ofCreditCode(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_CODE.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_CODE.charAt((31 - sum % 31) % 31);
    }
}
