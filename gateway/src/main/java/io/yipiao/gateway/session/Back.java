package io.yipiao.gateway.session;

import io.yipiao.verifier.bill.FieldException;

import java.util.regex.Pattern;

/**
 * Where somebody was before he signed in: a path on this gateway, never another host's address.
 *
 * @param path begins with one slash; it may hold a bill's QR text and is not for the journal
 */
public record Back(String path) {
    /** RFC 3986's characters; a second slash or a backslash would begin another host. */
    private static final Pattern PATH =
            Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~!$&'()*+,;=:@/?%-]{0,1999}");

    public Back {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not a path on this gateway");
        }
    }

    /**
     * Reads what a request says.
     *
     * @throws FieldException naming {@code back}
     */
    public static Back of(String path) throws FieldException {
        if (!PATH.matcher(path).matches()) {
            throw new FieldException("back", "a path on this gateway", "another address");
        }
        return new Back(path);
    }
}
