package io.yipiao.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.yipiao.gateway.access.Gate;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.journal.Journal;
import io.yipiao.gateway.journal.Log;
import io.yipiao.gateway.settings.HttpSettings;
import io.yipiao.gateway.settings.Settings;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The HTTP server. Each request is answered on a virtual thread of its own by blocking code; Vert.x
 * only moves the bytes.
 */
public final class ApiServer implements AutoCloseable {
    private static final Log LOG = Log.of(ApiServer.class);
    private static final int REQUESTS_AT_ONCE = 1_000;
    private static final int IDLE_SECONDS = 180;

    private final Vertx vertx;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Health health;
    private final Settings settings;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private ApiServer(
            Vertx vertx,
            HttpServer server,
            ExecutorService threads,
            Health health,
            Settings settings) {
        this.vertx = vertx;
        this.server = server;
        this.threads = threads;
        this.health = health;
        this.settings = settings;
    }

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException if a route has no handler, or contract and routes disagree
     */
    public static ApiServer start(
            Settings settings,
            Gate gate,
            Operations operations,
            Mounts pages,
            Health health,
            Metrics metrics) {
        Vertx vertx = Vertx.vertx();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            ContractCheck contract = new ContractCheck(Contract.read().forRequests(vertx));
            Answering answering = new Answering(gate, contract, settings.limits(), metrics);
            Router router = router(vertx, operations, answering, pages, threads);
            HttpServer server = listen(vertx, settings.http(), router);
            LOG.info("listening", "host", settings.http().host(), "port", server.actualPort());
            return new ApiServer(vertx, server, threads, health, settings);
        } catch (RuntimeException e) {
            vertx.close();
            threads.close();
            throw e;
        }
    }

    /** Where programs on this machine reach it. */
    public URI address() {
        String host = settings.http().host();
        String reachable = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        String bracketed = reachable.contains(":") ? "[" + reachable + "]" : reachable;
        return URI.create("http://" + bracketed + ":" + server.actualPort());
    }

    /** Where phones reach it, as QR codes spell it. */
    public URI publicAddress() {
        return settings.http().publicUrl().orElseGet(this::address);
    }

    /** Stops to listen, waits for the requests being answered as long as settings say, ends. */
    @Override
    public void close() {
        if (stopped.getAndSet(true)) {
            return;
        }
        health.stop();
        long drain = settings.limits().drain().toMillis();
        await(server.shutdown(drain, TimeUnit.MILLISECONDS));
        threads.shutdownNow();
        await(vertx.close());
        LOG.info("stopped listening");
    }

    private static Router router(
            Vertx vertx,
            Operations operations,
            Answering answering,
            Mounts pages,
            ExecutorService threads) {
        Router router = Router.router(vertx);
        router.route().handler(SecurityHeaders::put);
        Semaphore places = new Semaphore(REQUESTS_AT_ONCE);
        Map<Route, Operations.Handling> handlers = operations.complete();
        handlers.forEach((route, handling) ->
                router.route(HttpMethod.valueOf(route.method()), template(route.path()))
                        .handler(routing ->
                                begin(
                                        routing,
                                        places,
                                        threads,
                                        exchange -> answering.answer(route, handling, exchange))));
        for (Mount page : pages.mounts()) {
            router.route(HttpMethod.valueOf(page.method()), template(page.path()))
                    .handler(routing -> begin(routing, places, threads, page.answering()));
        }
        router.errorHandler(
                404,
                routing -> {
                    if (pages.wants(routing.request().getHeader("Accept"))) {
                        begin(routing, places, threads, pages.missing());
                    } else {
                        refuse(routing, Problem.notFound("path"));
                    }
                });
        router.errorHandler(
                405,
                routing ->
                        refuse(
                                routing,
                                Problem.of(405, "method", "Not this way", "See /openapi.yaml.")));
        router.errorHandler(400, routing -> refuse(routing, Problem.fields()));
        router.errorHandler(500, routing -> refuse(routing, Refusals.of(routing.failure())));
        return router;
    }

    private static void begin(
            RoutingContext routing,
            Semaphore places,
            ExecutorService threads,
            Consumer<Exchange> answering) {
        Exchange exchange = new Exchange(routing);
        routing.response().putHeader("X-Request-Id", exchange.number());
        if (!places.tryAcquire()) {
            exchange.send(
                    Problem.unavailable("Too many requests at once.").answer(exchange.number()));
            return;
        }
        threads.execute(() -> {
            try {
                Journal.within(exchange.number(), () -> answering.accept(exchange));
            } finally {
                places.release();
            }
        });
    }

    private static void refuse(RoutingContext routing, Problem problem) {
        Exchange exchange = new Exchange(routing);
        routing.response().putHeader("X-Request-Id", exchange.number());
        exchange.send(problem.answer(exchange.number()));
    }

    /** The contract's {@code {id}} is Vert.x's {@code :id}. */
    private static String template(String path) {
        return path.replaceAll("\\{([a-z]+)}", ":$1");
    }

    private static HttpServer listen(Vertx vertx, HttpSettings settings, Router router) {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setHost(settings.host())
                        .setPort(settings.port())
                        .setIdleTimeout(IDLE_SECONDS)
                        .setHttp2ClearTextEnabled(false)
                        .setCompressionSupported(true)
                        .setMaxInitialLineLength(4_096)
                        .setMaxHeaderSize(16_384);
        try {
            return await(vertx.createHttpServer(options).requestHandler(router).listen());
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "Port %d of %s cannot be listened on (%s): choose another with --http-port="
                            .formatted(settings.port(), settings.host(), e.getCause()),
                    e);
        }
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
