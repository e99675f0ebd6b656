package io.yipiao.gateway.chromium;

import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.claim.Claimant;
import io.yipiao.gateway.claim.Claims;
import io.yipiao.gateway.claim.Submission;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.Bill;

import java.util.Optional;
import java.util.UUID;

/** A claim that no other test has, sent by its patient and waiting for a clerk. */
record WaitingCase(DemoSite site, Someone owner, Paper paper, ClaimNumber number) {

    /** On a stay of 3,354.30 yuan. */
    static WaitingCase of(DemoSite site) {
        Someone owner = site.citizen();
        return of(site, owner, site.papers().stay(owner));
    }

    static WaitingCase of(DemoSite site, Someone owner, Bill bill) {
        Paper paper = site.papers().anchored(bill);
        Claimant claimant = new Claimant("person/" + owner.person().hex(), owner.person());
        Submission sent =
                site.gateway()
                        .claims()
                        .service()
                        .submit(claimant, paper.id(), UUID.randomUUID().toString());
        if (!(sent instanceof Submission.Taken taken)) {
            throw new IllegalStateException("not taken: " + sent);
        }
        WaitingCase made = new WaitingCase(site, owner, paper, taken.claim().number());
        made.await(ClaimState.FIRST_REVIEW);
        RunningGateway.await(made::isProjected);
        return made;
    }

    /** Its page at the desk. */
    String path() {
        return "/desk/claims/" + number;
    }

    ClaimState state() {
        Claims claims = site.gateway().claims().claims();
        return claims.one(number, Optional.empty()).orElseThrow().state();
    }

    /** Whether scans know of it. */
    private boolean isProjected() {
        return site.gateway()
                .database()
                .with(handle ->
                        handle.createQuery(
                                        """
                                        SELECT EXISTS (SELECT FROM ledger_share WHERE claim = :number)
                                        """)
                                .bind("number", number.text())
                                .mapTo(Boolean.class)
                                .one());
    }

    void await(ClaimState wanted) {
        RunningGateway.await(() -> state() == wanted);
    }
}
