package io.yipiao.gateway.inquiry;

import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.projection.ProjectedBill;
import io.yipiao.gateway.projection.ProjectedShare;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.verdict.Verdict;
import io.yipiao.verifier.verdict.VerdictKind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a reader is told of a bill.
 *
 * @param at when it was asked
 * @param verdict without amounts but those the paper prints
 * @param shares what payers took of it; empty if this reader may not see them
 * @param remainder what is left to claim, for those who see the shares
 * @param bill the stored bill, for those who see the shares
 * @param until when the ledger answered last, where it does not now and the shares are those of
 *     then
 */
public record Answer(
        Instant at,
        Verdict verdict,
        List<ProjectedShare> shares,
        Optional<Fen> remainder,
        Optional<StoredBill> bill,
        Optional<Instant> until) {

    public Answer {
        shares = List.copyOf(shares);
    }

    /** What a stranger is told. */
    static Answer closed(Instant at, Verdict verdict) {
        return new Answer(
                at, verdict, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What is told to those who may see the shares. */
    static Answer open(
            Instant at, Verdict verdict, StoredBill bill, Optional<ProjectedBill> ledger) {
        Fen claimable = bill.opening().core().claimable();
        boolean reversed =
                verdict.kind() == VerdictKind.REVERSED
                        || verdict.also().contains(VerdictKind.REVERSED);
        Fen limit = reversed ? Fen.ZERO : claimable;
        Fen occupied = ledger.map(ProjectedBill::occupied).orElse(Fen.ZERO);
        return new Answer(
                at,
                verdict,
                ledger.map(ProjectedBill::shares).orElse(List.of()),
                Optional.of(limit.minus(occupied.atMost(limit))),
                Optional.of(bill),
                Optional.empty());
    }

    /** The same of a ledger that does not answer now. */
    Answer knownUntil(Optional<Instant> last) {
        return new Answer(at, verdict, shares, remainder, bill, last);
    }

    /** The same with other payers' claims left out. */
    Answer forPayer(String payer) {
        return new Answer(
                at,
                verdict,
                shares.stream()
                        .map(share -> share.payer().equals(payer) ? share : anonymous(share))
                        .toList(),
                remainder,
                bill,
                until);
    }

    private static ProjectedShare anonymous(ProjectedShare share) {
        return new ProjectedShare(
                share.payer(), share.payerClass(), "", share.fen(), share.state());
    }
}
