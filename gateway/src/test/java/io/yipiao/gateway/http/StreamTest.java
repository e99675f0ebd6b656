package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Bodies and answers too large for memory. */
class StreamTest {
    private static final int LINES = 200_000;

    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final TestServer server =
            TestServer.with(
                    operations -> operations.onStream(Route.CREATE_TOKEN, this::echo),
                    "--upload-limit=30000000");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answers_a_line_for_each_line_of_a_long_upload() {
        HttpResponse<String> answer = post("line of a bill that is somewhat long\n".repeat(LINES));

        assertEquals(200, answer.statusCode());
        assertEquals(LINES, answer.body().lines().count());
        assertEquals("/somewhere", answer.headers().firstValue("Location").orElse(""));
    }

    @Test
    void a_client_that_sends_everything_before_it_reads_gets_its_answer() throws Exception {
        String body = "line of a bill that is somewhat long\n".repeat(LINES);
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head("Content-Length: " + body.length()));
            socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertTrue(firstLine(socket).startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void a_body_over_the_limit_cuts_the_answer_off() {
        try {
            post("x".repeat(99) + "\n" + "y".repeat(40_000_000));
        } catch (IllegalStateException cut) {
            assertTrue(cut.getCause() instanceof IOException);
        }
        assertEquals("more than 30000000 bytes", end());
    }

    @Test
    void a_body_that_announces_too_much_is_refused_at_once() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head("Content-Length: 30000001"));
            socket.getOutputStream().flush();
            assertTrue(firstLine(socket).startsWith("HTTP/1.1 413"));
        }
    }

    @Test
    void the_handler_learns_that_the_client_has_gone() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head("Content-Length: 1000"));
            socket.getOutputStream().write("one line\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertTrue(firstLine(socket).startsWith("HTTP/1.1 200"));
        }
        assertEquals("the client has gone", end());
    }

    @Test
    void a_client_that_asks_first_is_told_to_continue_only_if_it_is_admitted() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head("Content-Length: 5", "Expect: 100-continue"));
            socket.getOutputStream().flush();
            assertEquals("HTTP/1.1 100 Continue", firstLine(socket));
        }
        try (Socket socket = connect()) {
            String stranger =
                    """
                    POST /api/v1/tokens HTTP/1.1\r
                    Host: x\r
                    Content-Length: 5\r
                    Expect: 100-continue\r
                    \r
                    """;
            socket.getOutputStream().write(stranger.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertTrue(firstLine(socket).startsWith("HTTP/1.1 401"));
        }
    }

    private void echo(Call call, InputStream body, StreamedAnswer answer) throws IOException {
        answer.begin("application/x-ndjson", Map.of("Location", "/somewhere"));
        answer.flush();
        byte[] ok = "{\"outcome\":\"ok\"}\n".getBytes(StandardCharsets.US_ASCII);
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        try {
            while (lines.readLine() != null) {
                answer.write(ok);
            }
            ends.add("read to the end");
        } catch (IOException e) {
            ends.add(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private String end() {
        try {
            return String.valueOf(ends.poll(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(String body) {
        return server.send(
                server.to("/api/v1/tokens", Role.ADMIN)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body))));
    }

    private byte[] head(String... headers) {
        return ("POST /api/v1/tokens HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + server.token(Role.ADMIN)
                        + "\r\n"
                        + String.join("\r\n", headers)
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
    }

    private static String firstLine(Socket socket) throws IOException {
        return String.valueOf(
                new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine());
    }
}
