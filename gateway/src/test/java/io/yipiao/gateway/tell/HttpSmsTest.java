package io.yipiao.gateway.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider's answers, from a real server. */
class HttpSmsTest {
    private static final Sms SMS = new Sms(new UUID(0, 7), "13900000001", "【一票】已盖章");

    @TempDir private Path folder;
    private final AtomicInteger status = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer provider;
    private HttpSms sender;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/send", this::answer);
        provider.start();
        Path token = Files.writeString(folder.resolve("token"), "secret\n");
        int port = provider.getAddress().getPort();
        sender = new HttpSms(URI.create("http://127.0.0.1:" + port + "/send"), token);
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void it_bears_token_id_phone_and_text() {
        status.set(202);
        assertEquals(SmsSender.Outcome.TAKEN, sender.send(SMS));
        String id = SMS.id().toString();
        assertEquals(
                List.of(
                        "POST Bearer secret "
                                + id
                                + " {\"id\":\""
                                + id
                                + "\",\"text\":\"【一票】已盖章\",\"to\":\"13900000001\"}"),
                asked);
    }

    @Test
    void a_repeat_that_the_provider_knows_is_taken() {
        status.set(409);
        assertEquals(SmsSender.Outcome.TAKEN, sender.send(SMS));
    }

    @Test
    void a_number_that_it_refuses_is_refused() {
        status.set(422);
        assertEquals(SmsSender.Outcome.REFUSED, sender.send(SMS));
    }

    @Test
    void a_provider_that_is_busy_broken_or_away_is_asked_again_later() {
        for (int answer : List.of(408, 425, 429, 500, 503)) {
            status.set(answer);
            assertThrows(SmsUnavailable.class, () -> sender.send(SMS));
        }
        provider.stop(0);
        assertThrows(SmsUnavailable.class, () -> sender.send(SMS));
    }

    @Test
    void without_its_token_nothing_is_sent() throws IOException {
        Files.delete(folder.resolve("token"));
        assertThrows(SmsUnavailable.class, () -> sender.send(SMS));
        assertEquals(List.of(), asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(
                    String.join(
                            " ",
                            exchange.getRequestMethod(),
                            headers.getFirst("Authorization"),
                            headers.getFirst("Idempotency-Key"),
                            body));
            exchange.sendResponseHeaders(status.get(), -1);
        }
    }
}
