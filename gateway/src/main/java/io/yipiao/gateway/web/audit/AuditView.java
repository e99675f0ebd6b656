package io.yipiao.gateway.web.audit;

import io.yipiao.gateway.web.Figure;

import java.util.List;

/**
 * Ledger against database.
 *
 * @param sentence whether they agree
 * @param tone of the sentence
 * @param height the last block that is known here
 * @param hash that block's
 * @param stale as of when, if the ledger is ahead or does not answer; else empty
 * @param moving how many things are on their way
 */
public record AuditView(
        String sentence,
        String tone,
        String height,
        String hash,
        String stale,
        long moving,
        List<ComparedRow> compared,
        List<DifferenceRow> differences,
        long count,
        Figure anchored) {
    public AuditView {
        compared = List.copyOf(compared);
        differences = List.copyOf(differences);
    }

    /** A count and a sum on either side; sums are empty where there are no amounts. */
    public record ComparedRow(
            String what,
            String ledger,
            String ledgerSum,
            String here,
            String sumHere,
            boolean agrees) {}

    /**
     * A difference.
     *
     * @param path where to look; empty if there is no page of it
     */
    public record DifferenceRow(
            String difference, String name, String path, String ledger, String here) {}
}
