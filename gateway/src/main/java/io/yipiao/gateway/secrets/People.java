package io.yipiao.gateway.secrets;

import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.canonical.Sm3;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Gives each person the same {@link PersonId} however the number was typed: HMAC-SM3(key {@code
 * people}, "yipiao/person-id/1" ‖ kind of paper ‖ 0x00 ‖ number), the number in NFKC without spaces
 * and hyphens, in capitals.
 */
public final class People {
    static final int KEY_LENGTH = 32;

    private static final byte[] LABEL = "yipiao/person-id/1".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern LEFT_OUT = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");

    private final byte[] key;

    private People(byte[] key) {
        this.key = key.clone();
    }

    static People with(KeyFolder folder) {
        return new People(folder.key("people", KEY_LENGTH));
    }

    public PersonId id(IdType paper, String number) {
        byte[] kind = (paper.name() + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] text = normal(number).getBytes(StandardCharsets.UTF_8);
        return new PersonId(Sm3.hmac(key, LABEL, kind, text));
    }

    /** A number as its paper bears it: {@code ３３０８02 1990…x} is {@code 3308021990…X}. */
    public static String normal(String number) {
        String compatible = Normalizer.normalize(number, Normalizer.Form.NFKC);
        return LEFT_OUT.matcher(compatible).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
