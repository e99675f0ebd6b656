package io.yipiao.gateway.http;

import java.security.SecureRandom;

/**
 * Numbers requests so that a person can read a number out on the telephone: {@code 7KQ2-M4XD-…}.
 */
final class RequestNumber {
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestNumber() {}

    static String next() {
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            number.append(i > 0 && i % 4 == 0 ? "-" : "");
            number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return number.toString();
    }
}
