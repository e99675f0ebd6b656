package io.yipiao.gateway.http;

import io.yipiao.gateway.journal.Log;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Whether the process runs (live) and whether requests should be sent to it (ready). */
public final class Health {
    private static final Log LOG = Log.of(Health.class);
    private static final long SECONDS_AT_MOST = 3;
    private static final long KEPT = TimeUnit.SECONDS.toNanos(1);

    private final List<HealthCheck> checks;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;
    private Answer last = Answer.nothing();
    private long asked = Long.MIN_VALUE;

    public Health(List<HealthCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** From now on it is not ready: a load balancer sends its requests elsewhere. */
    void stop() {
        stopping = true;
    }

    Answer live() {
        return Answer.json(Json.object().put("state", "UP").end());
    }

    /** Anyone may ask, so a finding serves for a second. */
    synchronized Answer ready() {
        if (stopping) {
            return Answer.json(503, Json.object().put("state", "DOWN").end());
        }
        if (asked == Long.MIN_VALUE || System.nanoTime() - asked > KEPT) {
            last = look();
            asked = System.nanoTime();
        }
        return last;
    }

    private Answer look() {
        List<CompletableFuture<Optional<String>>> looks = checks.stream().map(this::begin).toList();
        List<Json> states = new ArrayList<>();
        boolean well = true;
        for (int i = 0; i < checks.size(); i++) {
            Optional<String> fault = looks.get(i).join();
            well &= fault.isEmpty() || !checks.get(i).vital();
            states.add(
                    Json.object()
                            .put("name", checks.get(i).name())
                            .put("state", state(checks.get(i), fault))
                            .putText("fault", fault)
                            .end());
        }
        Json.Writer body = Json.object().put("state", well ? "UP" : "DOWN").put("checks", states);
        return Answer.json(well ? 200 : 503, body.end());
    }

    private static String state(HealthCheck check, Optional<String> fault) {
        if (fault.isEmpty()) {
            return "UP";
        }
        return check.vital() ? "DOWN" : "NOTICE";
    }

    private CompletableFuture<Optional<String>> begin(HealthCheck check) {
        return CompletableFuture.supplyAsync(() -> probe(check), threads)
                .completeOnTimeout(
                        Optional.of("no answer in " + SECONDS_AT_MOST + " s"),
                        SECONDS_AT_MOST,
                        TimeUnit.SECONDS);
    }

    private static Optional<String> probe(HealthCheck check) {
        try {
            return check.probe().fault();
        } catch (Exception e) {
            LOG.warn("health check failed", e, "check", check.name());
            return Optional.of("failed");
        }
    }
}
