package io.yipiao.gateway.web.desk;

import io.yipiao.gateway.web.Field;

import java.util.List;

/**
 * A stamp that may be corrected.
 *
 * @param stamped what is stamped; empty if there is nothing to be corrected
 * @param lines the lines that were disallowed
 * @param raised what the stamp would be raised to; empty until that was asked for
 * @param raisable whether the claim is in a state in which it may be raised
 * @param revoking the fields of the form that takes it back
 * @param amending the field of the form that raises it
 */
public record StampView(
        String claim,
        String state,
        String stamped,
        List<Disallowed> lines,
        String raised,
        boolean raisable,
        List<Field> revoking,
        Field amending,
        StampForm form) {
    public StampView {
        lines = List.copyOf(lines);
        revoking = List.copyOf(revoking);
    }

    /** A line that was disallowed. */
    public record Disallowed(int line, String words) {}
}
