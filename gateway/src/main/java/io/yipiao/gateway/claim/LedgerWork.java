package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.CrashPoint;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.Settled;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What claims do on the ledger, and what they ask it. */
final class LedgerWork {
    private final LedgerClient ledger;
    private final Proposals proposals;
    private final ClaimStore store;
    private final Carriers carriers;
    private final Statuses statuses;

    LedgerWork(LedgerClient ledger, ClaimStore store) {
        this.ledger = ledger;
        this.proposals = new Proposals(ledger);
        this.store = store;
        this.carriers = new Carriers(ledger, store, this::alone);
        this.statuses = new Statuses(ledger);
    }

    /**
     * Puts the operation on the ledger that a claim's state asks for, together with others that
     * wait at this moment. What is stored of an earlier attempt is submitted first; a new envelope
     * is stored before it is submitted, and the step that follows before this returns.
     *
     * @param consequence the claim's step once the operation stands on the ledger
     * @throws LedgerUnavailable when the outcome is not known yet
     */
    Carried put(Claim claim, Call call, Function<Said.Done, Move> consequence) {
        Passenger passenger = new Passenger(claim, call, consequence);
        return claim.pending().isPresent() ? alone(passenger) : carriers.carry(passenger);
    }

    private Carried alone(Passenger passenger) {
        Claim claim = passenger.claim();
        try {
            Settled settled =
                    proposals.settle(
                            passenger.call(),
                            claim.pending(),
                            endorsed -> {
                                List<Json.Members> answers = Said.answers(endorsed.answer());
                                store.keep(List.of(claim), endorsed, answers);
                                CrashPoint.CLAIM_ENDORSED.pass();
                            });
            Said said = Said.each(settled.id().hex(), Said.answers(settled.answer())).getFirst();
            CrashPoint.CLAIM_COMMITTED_UNSEEN.pass();
            return switch (said) {
                case Said.Done done ->
                        new Carried.Arrived(store.move(List.of(passenger.after(done))).getFirst());
                case Said.No no -> new Carried.TurnedAway(no.code());
            };
        } catch (Refused e) {
            return new Carried.TurnedAway(e.code());
        } catch (RaceLost e) {
            throw new LedgerUnavailable("many claim this bill at this moment", e);
        }
    }

    /** How a bill stands, as far as one peer knows; nothing if nobody has opened it. */
    Optional<BillOnLedger> status(Claim claim, BillIndex index) {
        return statuses.of(Caller.claims(claim.payer()), index);
    }

    /** The claim's share of its bill with two organisations' signatures. */
    ProvedShares prove(Claim claim) {
        return prove(claim, claim.place());
    }

    /** The same of another bill, on which it stood before. */
    ProvedShares prove(Claim claim, BillIndex index) {
        try {
            return ProvedShares.of(claim, ledger.prove(calls(claim).prove(index)));
        } catch (Refused e) {
            throw new LedgerUnavailable("the ledger does not prove a share: " + e.code(), e);
        }
    }

    /** Carries out a call that is no claim's operation, and may safely be sent again. */
    byte[] settle(Call call) throws Refused {
        try {
            return proposals.settle(call, endorsed -> {}).answer();
        } catch (RaceLost e) {
            throw new LedgerUnavailable("others were in the way of " + call.function(), e);
        }
    }

    static ShareCalls calls(Claim claim) {
        return new ShareCalls(claim.payer(), claim.number().text(), claim.n());
    }
}
