package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.CrashPoint;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.Proved;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.Settled;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.util.List;
import java.util.Optional;

/** What claims do on the ledger, and what they ask it. */
final class LedgerWork {
    private final LedgerClient ledger;
    private final Proposals proposals;
    private final ClaimStore store;
    private final Carriers carriers;

    LedgerWork(LedgerClient ledger, ClaimStore store) {
        this.ledger = ledger;
        this.proposals = new Proposals(ledger);
        this.store = store;
        this.carriers = new Carriers(ledger, store, this::alone);
    }

    /**
     * Puts the operation on the ledger that a claim's state asks for, together with others that
     * wait at this moment. What is stored of an earlier attempt is submitted first; a new envelope
     * is stored before it is submitted.
     *
     * @throws LedgerUnavailable when the outcome is not known yet
     */
    Said put(Claim claim, Call call) {
        Said said =
                claim.pending().isPresent()
                        ? alone(new Passenger(claim, call))
                        : carriers.carry(claim, call);
        CrashPoint.CLAIM_COMMITTED_UNSEEN.pass();
        return said;
    }

    private Said alone(Passenger passenger) {
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
            return Said.each(settled.id().hex(), Said.answers(settled.answer())).getFirst();
        } catch (Refused e) {
            return new Said.No(e.code());
        } catch (RaceLost e) {
            throw new LedgerUnavailable("many claim this bill at this moment", e);
        }
    }

    /** How a bill stands, as far as one peer knows; nothing if nobody has opened it. */
    Optional<BillOnLedger> status(Claim claim, BillIndex index) {
        try {
            byte[] answer = ledger.evaluate(calls(claim).status(index));
            if (JsonReader.read(answer) instanceof Json.Items items) {
                return BillOnLedger.read(items.values().getFirst());
            }
            throw new IllegalStateException("the ledger answers status with no list");
        } catch (Refused e) {
            throw new LedgerUnavailable("the ledger does not answer status: " + e.code(), e);
        } catch (FieldException e) {
            throw unreadable(e);
        }
    }

    /** The claim's share with two organisations' signatures. */
    Proved prove(Claim claim) {
        try {
            return ledger.prove(calls(claim).prove(claim.place()));
        } catch (Refused e) {
            throw new LedgerUnavailable("the ledger does not prove a share: " + e.code(), e);
        }
    }

    static ShareCalls calls(Claim claim) {
        return new ShareCalls(claim.payer(), claim.number().text(), claim.n());
    }

    private static IllegalStateException unreadable(FieldException e) {
        return new IllegalStateException("the ledger's answer does not read: " + e.getMessage(), e);
    }
}
