package io.yipiao.gateway.tell;

import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Sends text messages through a provider's HTTP interface:
 *
 * <pre>
 * POST url · Authorization: Bearer TOKEN · Idempotency-Key: ID
 * {"id":"…","text":"…","to":"13800000000"}
 * </pre>
 *
 * 2xx: taken; 409: taken before; 408, 425, 429 and 5xx: later; any other answer: never. The token
 * is read from its file each time, so that it can be renewed while the gateway runs.
 */
public final class HttpSms implements SmsSender {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI url;
    private final Path token;

    public HttpSms(URI url, Path token) {
        this.url = url;
        this.token = token;
    }

    @Override
    public Outcome send(Sms sms) {
        int status = status(request(sms));
        if (status / 100 == 2 || status == 409) {
            return Outcome.TAKEN;
        }
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            throw new SmsUnavailable("the provider of text messages answers " + status);
        }
        return Outcome.REFUSED;
    }

    private HttpRequest request(Sms sms) {
        Json.Members body =
                Json.object()
                        .put("id", sms.id().toString())
                        .put("to", sms.phone())
                        .put("text", sms.text())
                        .end();
        return HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", sms.id().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(Jcs.bytes(body)))
                .build();
    }

    private String token() {
        try {
            return Files.readString(token).strip();
        } catch (IOException e) {
            throw new SmsUnavailable("the token for text messages cannot be read: " + token, e);
        }
    }

    private int status(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new SmsUnavailable("the provider of text messages is out of reach", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SmsUnavailable("interrupted while sending a text message", e);
        }
    }
}
