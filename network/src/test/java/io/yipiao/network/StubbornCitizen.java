package io.yipiao.network;

import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.StoryException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A client of the gateways over HTTP who asks now this one, now that one, and the same again, until
 * one of them answers.
 */
final class StubbornCitizen {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long PAUSE_MILLIS = 400;

    /** Somebody else is at it, or nobody can: ask again. */
    private static final Set<Integer> NO_ANSWER = Set.of(409, 429, 500, 502, 503, 504);

    private final List<KilledGateway> gateways;
    private final String token;
    private final AtomicInteger unanswered;

    /**
     * @param token whose
     * @param unanswered counts requests that had to be made again
     */
    StubbornCitizen(List<KilledGateway> gateways, String token, AtomicInteger unanswered) {
        this.gateways = gateways;
        this.token = token;
        this.unanswered = unanswered;
    }

    /**
     * Asks until there is an answer.
     *
     * @param noAnswer is told of each failure
     */
    Api.Reply ask(Function<Api, Api.Reply> request, Runnable noAnswer) {
        return until("an answer", request, reply -> true, noAnswer);
    }

    /** Asks again until the answer is of this kind. */
    Api.Reply until(
            String what,
            Function<Api, Api.Reply> request,
            Function<Api.Reply, Boolean> isIt,
            Runnable noAnswer) {
        Instant end = Instant.now().plus(PATIENCE);
        String last = "nothing";
        while (Instant.now().isBefore(end)) {
            Optional<URI> address =
                    gateways.get(ThreadLocalRandom.current().nextInt(gateways.size())).address();
            if (address.isPresent()) {
                try {
                    Api.Reply reply = request.apply(new Api(address.get(), Optional.of(token)));
                    last = reply.toString();
                    if (NO_ANSWER.contains(reply.status())) {
                        missed(noAnswer);
                    } else if (isIt.apply(reply)) {
                        return reply;
                    }
                } catch (StoryException e) {
                    last = e.toString();
                    missed(noAnswer);
                }
            }
            pause();
        }
        throw new AssertionError("after " + PATIENCE + " no " + what + ", but " + last);
    }

    private void missed(Runnable noAnswer) {
        unanswered.incrementAndGet();
        noAnswer.run();
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(50, PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
