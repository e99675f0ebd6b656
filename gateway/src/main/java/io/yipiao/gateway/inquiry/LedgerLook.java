package io.yipiao.gateway.inquiry;

import io.yipiao.gateway.intake.BillPlace;
import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.IndexSource;
import io.yipiao.gateway.projection.LedgerPulse;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.ProjectedBatch;
import io.yipiao.gateway.projection.ProjectedBill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.verdict.LedgerFacts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks up what the ledger says of a bill that was opened by its QR code. */
final class LedgerLook {
    private final LedgerView view;
    private final LedgerPulse pulse;
    private final Bills bills;
    private final IndexSource indexes;

    LedgerLook(LedgerView view, LedgerPulse pulse, Bills bills, IndexSource indexes) {
        this.view = view;
        this.pulse = pulse;
        this.bills = bills;
        this.indexes = indexes;
    }

    /**
     * What was found.
     *
     * @param bill as the ledger holds it, if it was ever opened; of a paper its electronic bill
     */
    record Found(LedgerFacts facts, Optional<ProjectedBill> bill) {}

    /** When the ledger answered last, as far as this gateway knows. */
    Optional<Instant> lastAlive() {
        return pulse.lastAlive();
    }

    /** Looks for a bill, which may be stored here or not. */
    Found find(Opening opening, Optional<BillPlace> stored) {
        Optional<BillIndex> index =
                stored.flatMap(BillPlace::index).or(() -> ask(opening.core().id()));
        Optional<ProjectedBill> own = index.flatMap(view::bill);
        Optional<ProjectedBill> bill = whole(opening, own);
        Fingerprint fingerprint = opening.fingerprint();
        Optional<Instant> anchoredAt =
                anchoredAt(stored)
                        .or(() -> index.flatMap(place -> view.openedBefore(place, fingerprint)));
        boolean twoContents =
                own.filter(b -> b.contradicts(fingerprint)).isPresent()
                        || bill.filter(b -> b.state() == ProjectedBill.State.CONFLICT).isPresent()
                        || (index.isPresent() && bills.contents(index.get()) > 1);
        LedgerFacts facts =
                new LedgerFacts(
                        pulse.isAlive() && index.isPresent(),
                        anchoredAt,
                        twoContents,
                        bill.filter(b -> b.isReversed(opening.core())).isPresent(),
                        bill.filter(ProjectedBill::isExchanged).isPresent(),
                        opening.core().claimable(),
                        bill.map(ProjectedBill::occupied).orElse(Fen.ZERO),
                        bill.map(ProjectedBill::held).orElse(Fen.ZERO));
        return new Found(facts, bill);
    }

    /**
     * The one bill that a bill and its papers are. A paper whose exchange is still on its way is
     * looked up by what it says of itself, so that nobody takes it for unclaimed meanwhile.
     */
    private Optional<ProjectedBill> whole(Opening opening, Optional<ProjectedBill> own) {
        if (own.isPresent()) {
            return own.flatMap(view::electronic);
        }
        return opening.core()
                .relation()
                .filter(relation -> relation.kind() == Relation.Kind.EXCHANGES)
                .flatMap(relation -> ask(relation.of()))
                .flatMap(view::electronic);
    }

    /** Looks for a bill that was issued elsewhere, of which nothing is stored here, or a claim. */
    Found find(BillId id) {
        Optional<BillIndex> index = ask(id);
        Optional<ProjectedBill> bill = index.flatMap(view::electronic);
        LedgerFacts facts =
                new LedgerFacts(
                        pulse.isAlive() && index.isPresent(),
                        Optional.empty(),
                        bill.filter(b -> b.state() == ProjectedBill.State.CONFLICT).isPresent(),
                        bill.filter(ProjectedBill::isReversed).isPresent(),
                        false,
                        bill.map(ProjectedBill::claimable).orElse(Fen.ZERO),
                        bill.map(ProjectedBill::occupied).orElse(Fen.ZERO),
                        bill.map(ProjectedBill::held).orElse(Fen.ZERO));
        return new Found(facts, bill);
    }

    private Optional<Instant> anchoredAt(Optional<BillPlace> stored) {
        return stored.flatMap(
                        bill -> bill.batched().flatMap(in -> view.batch(bill.issuer(), in.root())))
                .map(ProjectedBatch::at);
    }

    /**
     * A bill that is not stored here has no index here; the chaincode knows it. Without an index
     * key of its year it has none.
     */
    private Optional<BillIndex> ask(BillId id) {
        return indexes.indexes(List.of(id)).flatMap(List::getFirst);
    }
}
