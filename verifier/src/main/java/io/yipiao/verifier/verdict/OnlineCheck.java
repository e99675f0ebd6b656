package io.yipiao.verifier.verdict;

import io.yipiao.verifier.batch.BatchHeader;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fees.ProofException;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.qr.Face;
import io.yipiao.verifier.receipt.ProvedBatch;
import io.yipiao.verifier.receipt.ProvedBill;
import io.yipiao.verifier.receipt.ProvedFact;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.verdict.Remark.Code;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins what a QR code proves with what the ledger says: the first row of the table that holds is
 * the verdict, the others stand beside it. What a stranger may see of it is decided elsewhere.
 */
public final class OnlineCheck {
    private OnlineCheck() {}

    /**
     * The verdict on a code that was checked offline. UNREAD, ALTERED and UNKNOWN stay what they
     * are; REVOKED stays unless the bill was anchored, since no batch is accepted of a revoked key.
     */
    public static Verdict check(Verdict offline, LedgerFacts ledger) {
        return switch (offline) {
            case Verdict.Unproven unproven -> unproven;
            case Verdict.Elsewhere elsewhere -> elsewhere(elsewhere.face(), ledger);
            case Verdict.Revoked revoked ->
                    ledger.anchoredAt()
                            .map(at -> sealed(anchored(revoked), ledger))
                            .orElse(revoked);
            case Verdict.Proven proven -> sealed(proven, ledger);
        };
    }

    /** The verdict on a bill issued elsewhere, of which the ledger may know shares. */
    public static Verdict elsewhere(Face.Foreign face, LedgerFacts ledger) {
        Rows rows = Rows.foreign(ledger);
        return new Verdict.Elsewhere(
                rows.first(),
                rows.reasons(),
                ledger.isReachable() ? List.of() : List.of(Remarks.NOT_ASKED),
                rows.also(),
                face);
    }

    /** The verdict on typed elements that match no bill; which of them differs is never said. */
    public static Verdict noMatch() {
        return new Verdict.Unproven(
                VerdictKind.UNKNOWN,
                List.of(Remark.of(Code.NO_MATCH, "没有对得上的票据。", "No bill matches.")),
                List.of(),
                Optional.empty());
    }

    /**
     * The verdict on a bill of a revoked key that a checked receipt shows to have been anchored:
     * the seal counts again, as {@link #checkAnchored} says.
     *
     * @throws ProofException if the receipt is of something else
     */
    public static Verdict.Proven anchored(
            Verdict.Revoked revoked,
            Fingerprint fingerprint,
            ProvedFact receipt,
            Optional<InclusionProof> proof)
            throws ProofException {
        checkAnchored(fingerprint, receipt, proof);
        return anchored(revoked);
    }

    /**
     * Checks that a checked receipt speaks of the bill of a fingerprint: of the bill itself, once
     * the ledger opened it, or of its batch, together with the proof that the bill stands in it.
     *
     * @throws ProofException if the receipt is of something else
     */
    public static void checkAnchored(
            Fingerprint fingerprint, ProvedFact receipt, Optional<InclusionProof> proof)
            throws ProofException {
        switch (receipt) {
            case ProvedBill bill when bill.fingerprint().equals(Optional.of(fingerprint)) -> {}
            case ProvedBill bill -> throw new ProofException("the receipt is of another bill");
            case ProvedBatch batch when proof.isPresent() ->
                    new BatchHeader(batch.issuer(), batch.size(), batch.root())
                            .checkInclusion(fingerprint, proof.get());
            case ProvedBatch batch ->
                    throw new ProofException("a batch's receipt needs the bill's proof in it");
        }
    }

    private static Verdict.Proven anchored(Verdict.Revoked revoked) {
        return new Verdict.Proven(
                VerdictKind.NO_LEDGER,
                List.of(Remarks.anchored(), Remarks.NOT_ASKED),
                revoked.notices(),
                List.of(),
                revoked.unproven(),
                revoked.key());
    }

    private static Verdict sealed(Verdict.Proven proven, LedgerFacts ledger) {
        Rows rows = Rows.sealed(ledger, proven.facts().core().relation());
        List<Remark> reasons = new ArrayList<>(rows.reasons());
        proven.reasons().stream()
                .filter(reason -> reason.code() != Code.NOT_ASKED)
                .forEach(reasons::add);
        return new Verdict.Proven(
                rows.first(),
                reasons,
                notices(proven, rows, ledger),
                rows.also(),
                proven.facts(),
                proven.key());
    }

    private static List<Remark> notices(Verdict.Proven proven, Rows rows, LedgerFacts ledger) {
        return proven.notices().stream()
                .filter(notice -> !rows.reasons().contains(notice))
                .filter(notice ->
                        notice.code() != Code.SUSPECT_KEY || isSuspect(proven.key(), ledger))
                .toList();
    }

    /** A bill anchored before its key came under suspicion cannot have been made by a thief. */
    private static boolean isSuspect(IssuerKey key, LedgerFacts ledger) {
        Optional<Instant> since = key.suspectSince();
        return since.isPresent()
                && ledger.anchoredAt().filter(at -> at.isBefore(since.get())).isEmpty();
    }
}
