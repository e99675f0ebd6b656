package io.yipiao.gateway.http;

import io.yipiao.gateway.access.Gate;
import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.access.Tokens;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.settings.Settings;
import io.yipiao.gateway.settings.SettingsException;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Sm3;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A real server on a free port over a fresh database, with a token of each role. Routes that a test
 * gives no handler answer 204.
 */
final class TestServer implements AutoCloseable {
    private final Database database = TestDatabase.fresh();
    private final Tokens tokens = new Tokens(database);
    private final Map<Role, String> texts = new EnumMap<>(Role.class);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics();
    private final ApiServer server;
    private boolean closed;

    private TestServer(List<HealthCheck> checks, Consumer<Operations> handlers, String... flags) {
        Operations operations = new Operations();
        handlers.accept(operations);
        Health health = new Health(checks);
        fill(operations, health);
        try {
            server =
                    ApiServer.start(
                            Settings.read(List.of(flags), Map.of("YIPIAO_HTTP_PORT", "0")),
                            new Gate(tokens),
                            operations,
                            Mounts.none(),
                            health,
                            metrics);
        } catch (SettingsException e) {
            throw new IllegalArgumentException(e);
        }
        for (Role role : Role.values()) {
            texts.put(role, token(role));
        }
    }

    /** A server with these handlers. */
    static TestServer with(Consumer<Operations> handlers, String... flags) {
        return new TestServer(List.of(), handlers, flags);
    }

    /** A server with these health checks. */
    static TestServer checking(HealthCheck... checks) {
        return new TestServer(List.of(checks), operations -> {});
    }

    Database database() {
        return database;
    }

    Tokens tokens() {
        return tokens;
    }

    URI address() {
        return server.address();
    }

    /** The token of a role. */
    String token(Role role) {
        return texts.computeIfAbsent(role, this::make);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path));
    }

    HttpRequest.Builder to(String path, Role role) {
        return to(path).header("Authorization", "Bearer " + token(role));
    }

    HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.close();
        metrics.close();
        client.close();
        database.close();
    }

    private void fill(Operations operations, Health health) {
        if (!operations.answers(Route.LIVE)) {
            new ServiceOperations(health, metrics).addTo(operations);
        }
        for (Route route : Route.values()) {
            if (!operations.answers(route)) {
                operations.on(route, call -> Answer.nothing());
            }
        }
    }

    private String make(Role role) {
        PersonId person = new PersonId(Sm3.of(role.name().getBytes(StandardCharsets.US_ASCII)));
        Owner owner =
                new Owner(
                        role.name(), OptionalInt.of(1), Optional.of(person), Optional.of("basic"));
        try {
            return tokens.create(Set.of(role), owner).text().reveal();
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
