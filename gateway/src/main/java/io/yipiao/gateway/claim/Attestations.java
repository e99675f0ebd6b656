package io.yipiao.gateway.claim;

import io.yipiao.gateway.intake.Bills;
import io.yipiao.gateway.intake.Papers;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Fingerprint;

import java.util.Optional;

/**
 * Payers' attestations: that one paid because of a bill without taking any of it, as a fixed-sum
 * policy (定额) does. Sent again under the same claim and n it is noted once, and proved again.
 */
public final class Attestations {
    private static final String ATTESTED = "ATTESTED";

    private final Bills bills;
    private final Papers papers;
    private final LedgerClient ledger;
    private final Proposals proposals;

    Attestations(Bills bills, Papers papers, LedgerClient ledger) {
        this.bills = bills;
        this.papers = papers;
        this.ledger = ledger;
        this.proposals = new Proposals(ledger);
    }

    /**
     * Attests a payment.
     *
     * @param calls by payer, claim and n of its own
     * @param bill as its code says it; of a paper it is the paper's bill that is attested
     * @param result the digest of the payer's calculation
     */
    public Attested attest(ShareCalls calls, Fingerprint bill, Digest result) {
        Optional<StoredBill> stored =
                bills.place(bill)
                        .flatMap(place -> bills.byId(place.id()))
                        .map(known -> papers.electronic(known).orElse(known));
        if (stored.isEmpty()) {
            return new Attested.Unknown();
        }
        try {
            var settled =
                    proposals.settle(calls.attest(stored.get().place(), result), endorsed -> {});
            return switch (Said.each(settled.id().hex(), Said.answers(settled.answer()))
                    .getFirst()) {
                case Said.Done done when done.outcome().equals(ATTESTED) ->
                        proved(calls, done.index());
                case Said.Done conflict -> new Attested.Conflict();
                case Said.No no -> new Attested.No(no.code());
            };
        } catch (Refused e) {
            return new Attested.No(e.code());
        } catch (RaceLost e) {
            throw new LedgerUnavailable("many write this bill at this moment", e);
        }
    }

    private Attested proved(ShareCalls calls, BillIndex index) {
        try {
            return new Attested.Done(index, ledger.prove(calls.prove(index)));
        } catch (Refused e) {
            throw new LedgerUnavailable("the ledger does not prove an attestation: " + e.code(), e);
        }
    }
}
