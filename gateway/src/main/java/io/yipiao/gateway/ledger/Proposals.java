package io.yipiao.gateway.ledger;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Brings a call onto the ledger: endorse, have the envelope stored, submit, and after a lost race
 * propose anew, at most three times, each after a random pause.
 */
public final class Proposals {
    /** How often a call that lost its race is proposed again. */
    public static final int AGAIN = 3;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final LedgerClient ledger;

    public Proposals(LedgerClient ledger) {
        this.ledger = ledger;
    }

    /** Settles a call that was never endorsed before. */
    public Settled settle(Call call, Consumer<Endorsed> store) throws Refused, RaceLost {
        return settle(call, Optional.empty(), store);
    }

    /**
     * Settles a call. What was stored of it before is submitted first, since it may stand on the
     * ledger already.
     *
     * @param stored what the store was handed last for this very call
     * @param store has kept the envelope durably when it returns; called before each submission of
     *     a new envelope, which replaces the one before
     * @throws Refused when the rules say no
     * @throws RaceLost when the fourth proposal lost its race too
     * @throws LedgerUnavailable when the outcome is unknown: settle again with what was stored
     */
    public Settled settle(Call call, Optional<Endorsed> stored, Consumer<Endorsed> store)
            throws Refused, RaceLost {
        if (stored.isPresent()) {
            Optional<Settled> settled = submit(stored.get());
            if (settled.isPresent()) {
                return settled.get();
            }
        }
        for (int again = 0; again <= AGAIN; again++) {
            pause(again);
            Optional<Settled> settled = propose(call, store, again == AGAIN);
            if (settled.isPresent()) {
                return settled.get();
            }
        }
        throw new RaceLost(call + " lost its race " + (AGAIN + 1) + " times");
    }

    private Optional<Settled> propose(Call call, Consumer<Endorsed> store, boolean last)
            throws Refused, RaceLost {
        Endorsed endorsed;
        try {
            endorsed = ledger.endorse(call);
        } catch (RaceLost e) {
            if (last) {
                throw e;
            }
            return Optional.empty();
        }
        store.accept(endorsed);
        return submit(endorsed);
    }

    private Optional<Settled> submit(Endorsed endorsed) {
        return switch (ledger.submit(endorsed.envelope())) {
            case Commit.Committed committed ->
                    Optional.of(new Settled(committed.id(), committed.block(), endorsed.answer()));
            case Commit.Lost lost -> Optional.empty();
            case Commit.Invalid invalid ->
                    throw new IllegalStateException(
                            "transaction " + invalid.id() + " is " + invalid.reason());
        };
    }

    /** Jitter, so that contenders do not meet again; none before the first proposal. */
    private static void pause(int again) {
        long most = again * LONGEST_PAUSE.toMillis();
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("interrupted between two proposals", e);
        }
    }
}
