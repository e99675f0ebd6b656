package io.yipiao.gateway.projection;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.receipt.ShareState;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A bill as the ledger holds it.
 *
 * @param state OPEN, CONFLICT, ALIAS (a paper) or AWAITING (known only from red bills)
 * @param provenance whose word its content is; nothing while AWAITING
 * @param fingerprint the content that was opened first; nothing while AWAITING
 * @param claimable what the patient paid himself; zero while AWAITING
 * @param red the red bill that took it back
 * @param waiting red bills that came before it, while AWAITING
 * @param shares what payers took of it, the oldest first; of a paper they stand at its bill
 * @param aliasOf of a paper, where its electronic bill stands
 * @param isExchanged whether papers of it are known
 */
public record ProjectedBill(
        BillIndex index,
        State state,
        Optional<Provenance> provenance,
        Optional<Fingerprint> fingerprint,
        Fen claimable,
        Optional<BillIndex> red,
        List<WaitingRed> waiting,
        List<ProjectedShare> shares,
        Optional<BillIndex> aliasOf,
        boolean isExchanged) {

    /** The states of a bill on the ledger. */
    public enum State {
        AWAITING,
        OPEN,
        CONFLICT,
        ALIAS
    }

    public ProjectedBill {
        waiting = List.copyOf(waiting);
        shares = List.copyOf(shares);
    }

    /**
     * Whether the ledger opened another content than this. What a payer said of a bill, or its
     * paper, has other bytes and contradicts nobody.
     */
    public boolean contradicts(Fingerprint content) {
        boolean isItsIssuers = provenance.filter(Provenance.ISSUED::equals).isPresent();
        return state == State.CONFLICT
                || (isItsIssuers
                        && fingerprint.filter(opened -> !opened.equals(content)).isPresent());
    }

    public boolean isReversed() {
        return red.isPresent();
    }

    /** Whether this content of it was taken back, if only by a red bill that came before it. */
    public boolean isReversed(Core content) {
        return isReversed() || waiting.stream().anyMatch(red -> red.countsFor(content));
    }

    /** Held, stamped, recovering and written off together. */
    public Fen occupied() {
        return sum(share -> share.state().isOccupied());
    }

    public Fen held() {
        return sum(share -> share.state() == ShareState.HELD);
    }

    private Fen sum(Predicate<ProjectedShare> which) {
        return new Fen(shares.stream().filter(which).mapToLong(share -> share.fen().value()).sum());
    }
}
