package io.yipiao.verifier.bill;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who issued a bill (开票单位).
 *
 * @param number the number under which the ledger enrolled it, from 1
 * @param code the national code of a designated institution: H (medical) or P (pharmacy) and 11
 *     digits, such as {@code H99010100001}
 * @param name 1 to 100 characters
 * @param creditCode its unified social credit code (GB 32100), where the bill gives one
 */
public record Issuer(int number, String code, String name, Optional<String> creditCode) {
    private static final Pattern CODE = Pattern.compile("[HP][0-9]{11}");
    private static final Pattern CREDIT_CODE =
            Pattern.compile("[1-9A-HJ-NP-RTUWXY][1-9][0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}");

    public Issuer {
        if (number < 1) {
            throw new InvalidValue("number", "1 to " + Integer.MAX_VALUE, number + "");
        }
        if (!isCode(code)) {
            throw new InvalidValue("code", "H or P and 11 digits", code);
        }
        Check.text("name", name, 1, 100);
        creditCode.ifPresent(Issuer::checkCreditCode);
    }

    /** An issuer whose bill gives no credit code. */
    public Issuer(int number, String code, String name) {
        this(number, code, name, Optional.empty());
    }

    /** Builds an issuer from outside parts. */
    public static Issuer of(int number, String code, String name, Optional<String> creditCode)
            throws FieldException {
        return InvalidValue.orFault(() -> new Issuer(number, code, name, creditCode));
    }

    /** Whether a text has the shape of an institution's national code. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    private static void checkCreditCode(String code) {
        if (!CREDIT_CODE.matcher(code).matches()) {
            throw new InvalidValue(
                    "creditCode", "18 characters, digits and capitals without I O S V Z", code);
        }
        char expected = CheckCharacter.ofCreditCode(code);
        if (code.charAt(17) != expected) {
            throw new InvalidValue("creditCode", "the check character " + expected, code);
        }
    }
}
