package io.yipiao.gateway.claim;

import io.yipiao.gateway.claim.Settlement.Kind;
import io.yipiao.gateway.claim.Settlement.State;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a payer wants back of a claim, and what became of it.
 *
 * @param bill the identity of the bill on which the claim stands now
 * @param old the identities of the bills of which it was wanted back
 * @param stamped what is stamped now
 * @param owed all that was ever wanted back
 * @param netted of it what the bill that replaces bears
 * @param open what is still wanted
 * @param fromNext whether it is to be set off against the next payments
 * @param parts how it was closed, or is being closed, the oldest first
 */
public record Recovery(
        ClaimNumber claim,
        ClaimState state,
        PersonId patient,
        BillId bill,
        List<BillId> old,
        Fen stamped,
        Fen owed,
        Fen netted,
        Fen open,
        boolean fromNext,
        Instant since,
        List<Settlement> parts) {
    private static final Set<State> DONE = Set.of(State.ON_LEDGER, State.CLOSED);

    public Recovery {
        old = List.copyOf(old);
        parts = List.copyOf(parts);
    }

    /** What was closed in this way, as the ledger has it. */
    public Fen closed(Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind && DONE.contains(part.state()))
                .map(Settlement::fen)
                .reduce(Fen.ZERO, Fen::plus);
    }

    /** What remains to be wanted back apart from what the bill that replaces bears. */
    public Fen due() {
        return owed.minus(netted);
    }

    /** The write-off that another organisation has to confirm. */
    public Optional<Settlement> pending() {
        return parts.stream()
                .filter(part -> part.kind() == Kind.WRITTEN_OFF)
                .filter(part -> part.state() == State.RECORDED || part.state() == State.PENDING)
                .findFirst();
    }
}
