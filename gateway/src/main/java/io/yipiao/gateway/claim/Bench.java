package io.yipiao.gateway.claim;

import io.yipiao.gateway.screen.Screen;

import org.jdbi.v3.core.Handle;

/**
 * Applies clerks' rulings to claims that are locked: who may, whether somebody was faster, and
 * where the claim goes.
 */
final class Bench {
    private final ClaimStore store;
    private final DecisionStore decisions;
    private final Reviews reviews;
    private final Supplements supplements;
    private final Judgement judgement;
    private final Screen screen;

    Bench(
            ClaimStore store,
            DecisionStore decisions,
            Reviews reviews,
            Supplements supplements,
            Judgement judgement,
            Screen screen) {
        this.screen = screen;
        this.store = store;
        this.decisions = decisions;
        this.reviews = reviews;
        this.supplements = supplements;
        this.judgement = judgement;
    }

    Ending rule(Handle tx, Hearing hearing) {
        if (hearing.ofOwnClaim()) {
            return Ending.OWN_CLAIM;
        }
        if (hearing.ofClaimTakenIn()) {
            return Ending.TAKEN_IN;
        }
        if (isRepeated(tx, hearing)) {
            return Ending.DONE;
        }
        Claim claim = hearing.claim();
        if (!claim.state().waitsForDecision() || decisions.find(tx, claim).isPresent()) {
            return Ending.NOT_WAITING;
        }
        if (claim.state() == ClaimState.SECOND_REVIEW && !maySupervise(tx, hearing)) {
            return Ending.FOR_SUPERVISOR;
        }
        if (isPassedOn(tx, hearing, ClaimState.FIRST_REVIEW)) {
            return escalate(tx, hearing);
        }
        return switch (hearing.ruling().verdict()) {
            case APPROVE -> judgement.approve(tx, hearing);
            case PART -> judgement.part(tx, hearing);
            case REFUSE -> judgement.refuse(tx, hearing);
            case ASK -> ask(tx, hearing);
            case ESCALATE -> escalate(tx, hearing);
        };
    }

    /** What is paid on a bill that is nearly the same as another takes two who agree. */
    private boolean isPassedOn(Handle tx, Hearing hearing, ClaimState at) {
        return hearing.claim().state() == at
                && hearing.ruling().verdict().pays()
                && screen.needsTwo(tx, hearing.claim().bill());
    }

    private boolean maySupervise(Handle tx, Hearing hearing) {
        boolean another =
                reviews.first(tx, hearing.claim())
                        .filter(hearing.clerk().person()::equals)
                        .isEmpty();
        return hearing.clerk().supervisor() && another;
    }

    /** Whether the same clerk has ruled the same before. */
    private boolean isRepeated(Handle tx, Hearing hearing) {
        Claim claim = hearing.claim();
        Clerk clerk = hearing.clerk();
        Ruling ruling = hearing.ruling();
        return switch (ruling.verdict()) {
            case APPROVE, PART, REFUSE ->
                    decisions
                                    .find(tx, claim)
                                    .filter(taken -> taken.isSame(ruling, clerk))
                                    .isPresent()
                            || (isPassedOn(tx, hearing, ClaimState.SECOND_REVIEW)
                                    && isHandedOn(tx, claim, clerk));
            case ASK ->
                    claim.state() == ClaimState.SUPPLEMENT
                            && supplements.isAsked(tx, claim.number(), clerk, ruling.text());
            case ESCALATE -> isHandedOn(tx, claim, clerk);
        };
    }

    private boolean isHandedOn(Handle tx, Claim claim, Clerk clerk) {
        return claim.state() == ClaimState.SECOND_REVIEW
                && reviews.first(tx, claim).filter(clerk.person()::equals).isPresent();
    }

    private Ending ask(Handle tx, Hearing hearing) {
        Claim claim = hearing.claim();
        supplements.ask(tx, claim.number(), hearing.clerk(), hearing.ruling().text());
        store.move(tx, claim, hearing.move(ClaimState.SUPPLEMENT));
        return Ending.DONE;
    }

    /** A supervisor has nobody to hand it to. Who passed it on need not have said why. */
    private Ending escalate(Handle tx, Hearing hearing) {
        Claim claim = hearing.claim();
        if (claim.state() == ClaimState.SECOND_REVIEW) {
            return Ending.NOT_WAITING;
        }
        Ruling ruling = hearing.ruling();
        String reason = ruling.text().isBlank() ? ruling.verdict().name() : ruling.text();
        reviews.escalate(tx, claim, hearing.clerk(), reason);
        store.move(tx, claim, hearing.move(ClaimState.SECOND_REVIEW));
        return Ending.DONE;
    }
}
