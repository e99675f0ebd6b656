package io.yipiao.gateway.claim;

import io.yipiao.gateway.ledger.Call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A claim's operation that waits to be put on the ledger. */
final class Passenger {
    private final Claim claim;
    private final Call call;
    private final CompletableFuture<Said> said = new CompletableFuture<>();

    Passenger(Claim claim, Call call) {
        this.claim = claim;
        this.call = call;
    }

    Claim claim() {
        return claim;
    }

    Call call() {
        return call;
    }

    void told(Said answer) {
        said.complete(answer);
    }

    void failed(Throwable failure) {
        said.completeExceptionally(failure);
    }

    /** Waits for the outcome, and fails as whatever went wrong on the way. */
    Said await() {
        try {
            return said.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
