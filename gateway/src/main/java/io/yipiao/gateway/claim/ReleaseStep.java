package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;

/**
 * RELEASING and RENEWING: gives back what is held, to end the claim, refused or withdrawn, or to
 * hold anew.
 */
final class ReleaseStep {
    private final ClaimStore store;
    private final LedgerWork ledger;

    ReleaseStep(ClaimStore store, LedgerWork ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    Optional<Claim> take(Claim claim) {
        Call call = LedgerWork.calls(claim).release(claim.place());
        return switch (ledger.put(claim, call, done -> released(claim, done.transaction()))) {
            case Carried.Arrived arrived -> Optional.of(arrived.claim());
            case Carried.TurnedAway no -> Optional.of(store.move(claim, gone(claim, no.code())));
        };
    }

    /** A red bill may have released the share already. */
    private static Move gone(Claim claim, RefusalCode code) {
        if (code != RefusalCode.WRONG_STATE) {
            throw new LedgerUnavailable("the ledger does not release a share: " + code);
        }
        return released(claim, code.name());
    }

    private static Move released(Claim claim, String note) {
        if (claim.state() == ClaimState.RENEWING) {
            return Move.byLedger(ClaimState.RECEIVED, note);
        }
        Reason reason = claim.reason().orElse(Reason.DECIDED);
        ClaimState end = reason == Reason.WITHDRAWN ? ClaimState.WITHDRAWN : ClaimState.REFUSED;
        return Move.byLedger(end, note).because(reason);
    }
}
