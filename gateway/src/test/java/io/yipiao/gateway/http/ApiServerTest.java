package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class ApiServerTest {
    private TestServer server = TestServer.with(operations -> {});

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void blocking_handlers_do_not_wait_for_one_another() {
        serve(
                Route.LIVE,
                call -> {
                    pause(Duration.ofMillis(200));
                    return Answer.nothing();
                });
        long begun = System.nanoTime();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40).forEach(i -> threads.execute(() -> server.get("/health/live")));
        }

        // One after another they would take eight seconds.
        assertTrue(System.nanoTime() - begun < Duration.ofSeconds(5).toNanos());
    }

    @Test
    void a_failure_tells_its_number_and_nothing_of_the_inside() {
        serve(
                Route.LIVE,
                call -> {
                    throw new IllegalStateException("secret 99010119900307123X");
                });

        HttpResponse<String> answer = server.get("/health/live");

        String number = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertEquals(500, answer.statusCode());
        assertEquals("application/problem+json", type(answer));
        assertTrue(answer.body().contains("\"id\":\"" + number + "\""));
        assertFalse(answer.body().contains("secret"));
        assertFalse(answer.body().contains("Exception"));
    }

    @Test
    void an_unknown_path_or_method_is_a_problem() {
        HttpResponse<String> nowhere = server.get("/api/v1/nowhere");
        HttpResponse<String> wrongWay = server.send(server.to("/health/live").DELETE());

        assertEquals(404, nowhere.statusCode());
        assertEquals("application/problem+json", type(nowhere));
        assertEquals(405, wrongWay.statusCode());
        assertEquals("application/problem+json", type(wrongWay));
    }

    @Test
    void every_answer_carries_the_security_headers() {
        for (String path : new String[] {"/health/live", "/api", "/nowhere", "/api/v1/tokens"}) {
            var headers = server.get(path).headers();
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""), path);
            assertEquals("no-referrer", headers.firstValue("Referrer-Policy").orElse(""), path);
            assertTrue(headers.firstValue("Content-Security-Policy").isPresent(), path);
        }
    }

    @Test
    void a_body_over_the_limit_is_refused_even_if_it_does_not_say_how_long_it_is() {
        byte[] large = new byte[300_000];
        HttpRequest.Builder chunked =
                tokens().POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large)));

        assertEquals(413, server.send(chunked).statusCode());
        assertEquals(
                413, server.send(tokens().POST(BodyPublishers.ofByteArray(large))).statusCode());
    }

    @Test
    void a_client_that_still_sends_a_large_body_reads_the_refusal() {
        byte[] large = new byte[20_000_000];

        HttpResponse<String> answer =
                server.send(server.to("/api/v1/tokens").POST(BodyPublishers.ofByteArray(large)));

        assertEquals(401, answer.statusCode());
        assertEquals(200, server.get("/health/live").statusCode());
    }

    @Test
    void the_service_describes_itself() {
        assertTrue(server.get("/openapi.json").body().startsWith("{\"openapi\":\"3.1.0\""));
        assertTrue(server.get("/openapi.yaml").body().startsWith("openapi: 3.1.0"));
        assertTrue(server.get("/api").body().contains("/api/swagger-ui-bundle.js"));
        assertEquals(200, server.get("/api/swagger-ui-bundle.js").statusCode());
        assertEquals(404, server.get("/api/other.js").statusCode());
        assertEquals(400, server.get("/api/..%2Fopenapi.yaml").statusCode());
    }

    @Test
    void the_page_to_try_it_runs_no_script_but_its_files() {
        HttpResponse<String> page = server.get("/api");

        assertFalse(page.body().contains("<script>"));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("default-src 'self'"));
        assertFalse(policy.contains("script-src"));
    }

    @Test
    void metrics_count_requests_by_operation_and_status() {
        server.get("/health/live");

        String metrics = server.send(server.to("/metrics", Role.AUDITOR)).body();

        assertTrue(metrics.contains("operation=\"live\",status=\"200\""), metrics);
        assertFalse(metrics.contains("/health"));
    }

    @Test
    void a_stop_waits_for_the_request_that_is_being_answered() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        serve(
                Route.LIVE,
                call -> {
                    begun.countDown();
                    await(stopping);
                    pause(Duration.ofMillis(300));
                    return Answer.nothing();
                });

        CompletableFuture<HttpResponse<String>> answer =
                server.client()
                        .sendAsync(
                                server.to("/health/live").build(),
                                HttpResponse.BodyHandlers.ofString());
        await(begun);
        stopping.countDown();
        server.close();

        assertEquals(204, answer.join().statusCode());
    }

    @Test
    void a_port_that_is_taken_is_told_with_what_to_do() {
        IllegalStateException refusal =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                TestServer.with(
                                        operations -> {},
                                        "--http-port=" + server.address().getPort()));

        assertTrue(refusal.toString().contains("--http-port="), refusal.toString());
    }

    private HttpRequest.Builder tokens() {
        return server.to("/api/v1/tokens", Role.ADMIN).header("Content-Type", "application/json");
    }

    private void serve(Route route, Operation operation) {
        server.close();
        server = TestServer.with(operations -> operations.on(route, operation));
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static void pause(Duration time) {
        await(new CountDownLatch(1), time);
    }

    private static void await(CountDownLatch latch) {
        assertTrue(await(latch, Duration.ofSeconds(20)));
    }

    private static boolean await(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
