package io.yipiao.network;

import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Endorsed;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.LedgerUnavailable;
import io.yipiao.gateway.ledger.Proposals;
import io.yipiao.gateway.ledger.RaceLost;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.network.fire.Told;
import io.yipiao.network.fire.Told.Outcome;
import io.yipiao.network.fire.ToldLog;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.verdict.RefusalCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client of the ledger that does as its contract says: it stores each envelope before it is
 * submitted, and as long as the outcome is unknown it settles again with what it stored. All it is
 * told it notes.
 */
final class StubbornClient {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 500;

    /**
     * What only a peer says that was away, as all that is asked for here was told to stand there.
     */
    private static final Set<RefusalCode> BEHIND =
            EnumSet.of(
                    RefusalCode.UNKNOWN_BATCH, RefusalCode.UNKNOWN_BILL, RefusalCode.UNKNOWN_SHARE);

    private final LedgerClient ledger;
    private final Proposals proposals;
    private final ToldLog log;
    private final AtomicInteger unknown = new AtomicInteger();

    /** The envelope that was submitted last. */
    private static final class Stored {
        private Optional<Endorsed> last = Optional.empty();
    }

    StubbornClient(LedgerClient ledger, ToldLog log) {
        this.ledger = ledger;
        this.proposals = new Proposals(ledger);
        this.log = log;
    }

    /** How often it was told that nothing is known. */
    int unknown() {
        return unknown.get();
    }

    /**
     * Asks until it is told yes or no.
     *
     * @param question the line of the log, but for how it ends
     * @return whether it was yes
     */
    boolean ask(Told question, Call call) {
        Instant end = Instant.now().plus(PATIENCE);
        Stored stored = new Stored();
        while (true) {
            try {
                byte[] answer =
                        proposals
                                .settle(
                                        call,
                                        stored.last,
                                        endorsed -> stored.last = Optional.of(endorsed))
                                .answer();
                log.add(question.ending(Outcome.DONE, said(question, answer)));
                return true;
            } catch (Refused refusal) {
                if (BEHIND.contains(refusal.code())) {
                    stored.last = Optional.empty();
                    giveUpAfter(end, refusal);
                } else {
                    log.add(question.ending(Outcome.REFUSED, refusal.code().name()));
                    return false;
                }
            } catch (RaceLost e) {
                stored.last = Optional.empty();
                giveUpAfter(end, e);
            } catch (LedgerUnavailable e) {
                unknown.incrementAndGet();
                log.add(question.ending(Outcome.UNKNOWN, ""));
                giveUpAfter(end, e);
            }
        }
    }

    /** Where a bill stands, asked of one peer until it is told. */
    String index(BillId id) {
        Call call =
                Call.of(Caller.INTAKE, "indexes").withSecret("identities", IdentityBytes.of(id));
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                Json.Items indexes = (Json.Items) JsonReader.read(ledger.evaluate(call));
                return indexes.texts("indexes").getFirst();
            } catch (LedgerUnavailable e) {
                giveUpAfter(end, e);
            } catch (Refused | FieldException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** An anchor's root is in the question; all else is what the chaincode answered. */
    private static String said(Told question, byte[] answer) {
        return question.said().isEmpty()
                ? new String(answer, StandardCharsets.UTF_8)
                : question.said();
    }

    /** Waits a moment, as the gateway's submitter does, so that an outage is not hammered at. */
    private static void giveUpAfter(Instant end, Exception why) {
        if (Instant.now().isAfter(end)) {
            throw new AssertionError("nothing is known after " + PATIENCE, why);
        }
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
