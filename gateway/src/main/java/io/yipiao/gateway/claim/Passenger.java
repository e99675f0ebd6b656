package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.Call;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A claim's operation that waits to be put on the ledger. */
final class Passenger {
    private final Claim claim;
    private final Call call;
    private final Function<Said.Done, Move> consequence;
    private final CompletableFuture<Carried> carried = new CompletableFuture<>();

    /**
     * @param consequence the step that follows once it stands on the ledger
     */
    Passenger(Claim claim, Call call, Function<Said.Done, Move> consequence) {
        this.claim = claim;
        this.call = call;
        this.consequence = consequence;
    }

    Claim claim() {
        return claim;
    }

    Call call() {
        return call;
    }

    Moves.Step after(Said.Done done) {
        return new Moves.Step(claim, consequence.apply(done));
    }

    void told(Carried outcome) {
        carried.complete(outcome);
    }

    void failed(Throwable failure) {
        carried.completeExceptionally(failure);
    }

    /** Waits for the outcome, and fails as whatever went wrong on the way. */
    Carried await() {
        return Joined.of(carried);
    }
}
