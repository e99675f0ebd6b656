package io.yipiao.gateway.benefit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** A rule that holds from a day of discharge on, until a later one of its kind replaces it. */
interface Dated {
    LocalDate validFrom();

    /** Of rules of one kind, the one that holds on a day. */
    static <T extends Dated> Optional<T> on(Collection<T> rules, LocalDate day) {
        return rules.stream()
                .filter(rule -> !rule.validFrom().isAfter(day))
                .max(Comparator.comparing(Dated::validFrom));
    }
}
