package io.yipiao.network.bench.row;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.network.Await;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Sends a hospital's sealed uploads over HTTP. */
final class Uploading {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Gateway gateway;
    private final int issuer;
    private final String token;

    Uploading(Gateway gateway, int issuer) throws FieldException {
        this.gateway = gateway;
        this.issuer = issuer;
        this.token =
                gateway.tokens()
                        .create(Set.of(Role.HOSPITAL), Owner.issuer("样本城", issuer))
                        .text()
                        .reveal();
    }

    /** Uploads bills and waits until they are anchored and projected; gives their names. */
    List<UUID> upload(byte[] sealed) throws Exception {
        String answer = send(BodyPublishers.ofByteArray(sealed), BodyHandlers.ofString()).body();
        List<UUID> bills = new ArrayList<>();
        for (String line : answer.lines().toList()) {
            Json.Members outcome = JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8));
            if (outcome.has("line")) {
                bills.add(UUID.fromString(outcome.text("bill")));
            }
        }
        Await.until(
                "the anchors of issuer " + issuer, () -> waiting(gateway, List.of(issuer)) == 0);
        return bills;
    }

    /** Sends a file; what is answered line by line is passed over. */
    void upload(Path sealed) throws IOException, InterruptedException {
        send(BodyPublishers.ofFile(sealed), BodyHandlers.discarding());
    }

    /** How many batches of these issuers are stored and not yet seen in a block. */
    static long waiting(Gateway gateway, List<Integer> issuers) {
        return gateway.database()
                .<Long, RuntimeException>with(handle ->
                        handle.createQuery(
                                        """
                                        SELECT count(*) FROM batch b WHERE issuer IN (<issuers>)
                                            AND NOT EXISTS (SELECT FROM ledger_batch l
                                                WHERE l.issuer = b.issuer AND l.root = b.root)
                                        """)
                                .bindList("issuers", issuers)
                                .mapTo(Long.class)
                                .one());
    }

    private <T> HttpResponse<T> send(BodyPublisher body, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        URI uploads = gateway.address().resolve("/api/v1/uploads");
        HttpRequest request =
                HttpRequest.newBuilder(uploads)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(body)
                        .build();
        HttpResponse<T> response = CLIENT.send(request, handler);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    "the upload was answered " + response.statusCode() + ": " + response.body());
        }
        return response;
    }
}
