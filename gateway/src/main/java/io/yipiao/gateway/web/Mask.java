package io.yipiao.gateway.web;

/** How personal data are shown, so that whoever looks over a shoulder learns little. */
public final class Mask {
    private static final int TAIL = 4;

    private Mask() {}

    /** A name's first and last character: 王*芳, 王* of two, * of one. */
    public static String name(String name) {
        int[] characters = name.codePoints().toArray();
        if (characters.length < 2) {
            return "*";
        }
        String first = Character.toString(characters[0]);
        return characters.length == 2
                ? first + "*"
                : first
                        + "*".repeat(characters.length - 2)
                        + Character.toString(characters[characters.length - 1]);
    }

    /** A phone's first three and last four digits: 139****0001. */
    public static String phone(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(phone.length() - TAIL);
    }
}
