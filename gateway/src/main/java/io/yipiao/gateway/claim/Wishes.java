package io.yipiao.gateway.claim;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Optional;

/** What claimants do to their claims after they made them: take them back, answer a question. */
final class Wishes {
    private final Database database;
    private final ClaimStore store;
    private final ClaimQueue queue;
    private final Reviews reviews;
    private final Supplements supplements;
    private final ClaimProgress progress;
    private final Claims claims;

    Wishes(
            Database database,
            ClaimStore store,
            ClaimQueue queue,
            Reviews reviews,
            Supplements supplements,
            ClaimProgress progress,
            Claims claims) {
        this.database = database;
        this.store = store;
        this.queue = queue;
        this.reviews = reviews;
        this.supplements = supplements;
        this.progress = progress;
        this.claims = claims;
    }

    /** A wish, granted or too late, on a claim that is locked. */
    @FunctionalInterface
    private interface Wish {
        boolean grant(Handle tx, Claim claim);
    }

    Wished withdraw(PersonId person, ClaimNumber number) {
        return wish(person, number, this::withdraw);
    }

    Wished supplement(PersonId person, ClaimNumber number, String text) {
        return wish(person, number, (tx, claim) -> supplement(tx, claim, text));
    }

    private Wished wish(PersonId person, ClaimNumber number, Wish wish) {
        boolean granted =
                claims.one(number, Optional.of(person)).isPresent()
                        && database.inTransaction(
                                tx -> wish.grant(tx, store.lock(tx, number).orElseThrow()));
        if (granted && queue.lease(number)) {
            progress.lead(number, ClaimProgress.PATIENCE);
        }
        Optional<ClaimView> view = claims.one(number, Optional.of(person));
        if (view.isEmpty()) {
            return new Wished.Unknown();
        }
        return granted
                ? new Wished.Done(view.get())
                : new Wished.TooLate(view.get(), claims.latest(number).unnamed());
    }

    private boolean withdraw(Handle tx, Claim claim) {
        return switch (claim.state()) {
            case RECEIVED -> {
                Move end = Move.byClaimant(ClaimState.WITHDRAWN);
                store.move(tx, claim, end.because(Reason.WITHDRAWN));
                yield true;
            }
            case HELD, FIRST_REVIEW, SECOND_REVIEW, SUPPLEMENT -> {
                Move release = Move.byClaimant(ClaimState.RELEASING);
                store.move(tx, claim, release.because(Reason.WITHDRAWN));
                yield true;
            }
            // What is on its way to the ledger cannot be called back: it ends once that is known.
            case CHECKING, RENEWING -> {
                store.withdrawing(tx, claim);
                yield true;
            }
            case RELEASING, WITHDRAWN ->
                    claim.reason().filter(Reason.WITHDRAWN::equals).isPresent();
            case APPROVED, STAMPED, PROVED, REFUSED, DUPLICATE -> false;
            case RECOVERING, NETTING, REVOKING, AMENDING, RECOVERED, WRITTEN_OFF -> false;
        };
    }

    private boolean supplement(Handle tx, Claim claim, String text) {
        if (claim.state() != ClaimState.SUPPLEMENT) {
            List<Supplement> before = supplements.of(tx, claim.number());
            return !before.isEmpty() && before.getLast().answer().equals(Optional.of(text));
        }
        supplements.answer(tx, claim.number(), text);
        store.move(tx, claim, Move.byClaimant(reviews.stage(tx, claim)));
        return true;
    }
}
