package io.yipiao.gateway.reconcile;

import io.yipiao.gateway.projection.Checkpoint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Ledger and database at one moment.
 *
 * @param upTo how far the ledger's blocks are known here
 * @param lastAt when the last transaction that is known here was proposed
 * @param moving how many things are on their way, so that they are not compared
 * @param differences the first of them
 * @param count how many differences there are
 * @param days how many bills were anchored each day, of the last days on which any were
 */
public record Balance(
        Checkpoint upTo,
        Optional<Instant> lastAt,
        List<Compared> compared,
        long moving,
        List<Line> differences,
        long count,
        List<Day> days) {
    public Balance {
        compared = List.copyOf(compared);
        differences = List.copyOf(differences);
        days = List.copyOf(days);
    }

    /** Bills anchored on one day in Shanghai. */
    public record Day(LocalDate day, long bills) {}
}
