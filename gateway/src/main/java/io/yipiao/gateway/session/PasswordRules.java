package io.yipiao.gateway.session;

import io.yipiao.verifier.bill.FieldException;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a login and a password may be. */
final class PasswordRules {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9._-]{3,64}");
    private static final int LEAST = 10;
    private static final int MOST = 128;

    private PasswordRules() {}

    /** A login as it is stored; telephones begin what is typed with a capital. */
    static String login(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isLogin(String text) {
        return LOGIN.matcher(text).matches();
    }

    static void checkLogin(String login) throws FieldException {
        if (!isLogin(login)) {
            throw new FieldException("login", "3 to 64 of a-z, 0-9, dot, hyphen, underline", login);
        }
    }

    /** A refusal never repeats the password. */
    static void checkPassword(String login, String password) throws FieldException {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST || length > MOST) {
            throw new FieldException(
                    "password", LEAST + " to " + MOST + " characters", length + " characters");
        }
        if (login(password).equals(login)) {
            throw new FieldException("password", "something else than the login", "the login");
        }
    }
}
