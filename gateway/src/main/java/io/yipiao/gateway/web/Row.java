package io.yipiao.gateway.web;

import java.util.Optional;

/**
 * One row of a list of facts.
 *
 * @param other what stands elsewhere instead, where two are compared and differ
 * @param change where it can be changed
 */
public record Row(String label, String value, Optional<String> other, Optional<String> change) {
    /** A fact. */
    public static Row of(String label, String value) {
        return new Row(label, value, Optional.empty(), Optional.empty());
    }

    /** A fact that differs from what another source says. */
    public static Row differing(String label, String value, String other) {
        return new Row(label, value, Optional.of(other), Optional.empty());
    }

    /** A fact that its reader can change. */
    public static Row changeable(String label, String value, String where) {
        return new Row(label, value, Optional.empty(), Optional.of(where));
    }
}
