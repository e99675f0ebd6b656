package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Finding;
import io.yipiao.verifier.bill.Fen;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be done to a claim's stamp.
 *
 * @param bill on which the stamp stands then
 * @param fen REVOKE: how much less; else what is stamped then
 * @param sheet how that was worked out; none to REVOKE
 * @param findings lines that stay disallowed then
 * @param order whose; none where it follows from a red bill
 */
record Correction(
        Kind kind,
        UUID bill,
        Fen fen,
        Optional<Planned> sheet,
        List<Finding> findings,
        Optional<CorrectionOrder> order) {

    /** What is done. */
    enum Kind {
        /** Moved over to the bill that replaces. */
        NET,
        /** Raised, as an appeal was upheld (申诉改判). */
        AMEND,
        /** Taken back (入账撤销), all of it or a part. */
        REVOKE
    }

    /**
     * A sheet that counts once the ledger has the stamp.
     *
     * @param left what could be claimed when it was computed
     */
    record Planned(SheetResult result, Fen left) {}

    Correction {
        findings = List.copyOf(findings);
    }

    SheetResult result() {
        return sheet.orElseThrow(() -> new IllegalStateException(kind + " has no sheet")).result();
    }
}
