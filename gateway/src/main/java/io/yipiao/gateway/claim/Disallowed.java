package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Finding;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.Fen;

import org.jdbi.v3.core.Handle;

import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fee lines that a clerk disallows as a whole. */
final class Disallowed {
    private Disallowed() {}

    /** Those of the numbers that no line of the bill bears. */
    static Set<Integer> unknown(Bill bill, Set<Integer> lines) {
        Set<Integer> rest = new HashSet<>(lines);
        bill.lines().stream().map(FeeLine::sequence).forEach(rest::remove);
        return rest;
    }

    /** A finding on each of the lines, in the clerk's words. */
    static List<Finding> findings(Bill bill, Set<Integer> lines, String words) {
        return bill.lines().stream()
                .filter(line -> lines.contains(line.sequence()))
                .map(line -> new Finding(line.sequence(), whole(line), words))
                .toList();
    }

    /** What was disallowed when the claim was last passed in part. */
    static List<Finding> findings(Handle handle, ClaimNumber number) {
        return handle.createQuery(
                        """
                        SELECT line, fen, reason FROM disallowed JOIN decision USING (claim, n)
                        WHERE claim = :claim
                          AND n = (SELECT max(d.n) FROM decision d WHERE d.claim = :claim)
                        ORDER BY line
                        """)
                .bind("claim", number.text())
                .map((row, context) ->
                        new Finding(
                                row.getInt("line"),
                                new Fen(row.getLong("fen")),
                                row.getString("reason")))
                .list();
    }

    static void insert(Handle tx, Claim claim, List<Finding> findings) {
        for (Finding finding : findings) {
            tx.createUpdate(
                            """
                            INSERT INTO disallowed (claim, n, line, fen) VALUES (:claim, :n, :line, :fen)
                            """)
                    .bind("claim", claim.number().text())
                    .bind("n", claim.n())
                    .bind("line", finding.line())
                    .bind("fen", finding.amount().value())
                    .execute();
        }
    }

    /** The lines that were disallowed when the claim was passed in part. */
    static Set<Integer> of(Handle handle, Claim claim) {
        return handle.createQuery("SELECT line FROM disallowed WHERE claim = :claim AND n = :n")
                .bind("claim", claim.number().text())
                .bind("n", claim.n())
                .mapTo(Integer.class)
                .set();
    }

    /** A line's four decimals, up to the fen: what is disallowed is cut to the line itself. */
    private static Fen whole(FeeLine line) {
        return new Fen(
                line.amount().movePointRight(2).setScale(0, RoundingMode.CEILING).longValueExact());
    }
}
