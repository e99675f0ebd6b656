package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;

/** Every route with every role, with no token and with a bad one, over the wire. */
class RouteAccessTest {
    private static final TestServer SERVER = TestServer.with(operations -> {});

    @AfterAll
    static void close() {
        SERVER.close();
    }

    static Stream<Arguments> every_route_with_every_role() {
        return Arrays.stream(Route.values())
                .flatMap(route ->
                        Arrays.stream(Role.values()).map(role -> Arguments.of(route, role)));
    }

    @ParameterizedTest
    @MethodSource
    void every_route_with_every_role(Route route, Role role) {
        int status = status(route, "Bearer " + SERVER.token(role));

        if (route.open() || route.roles().contains(role)) {
            assertNotEquals(401, status);
            assertNotEquals(403, status);
        } else {
            assertEquals(403, status);
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void a_stranger_is_admitted_to_open_routes_only(Route route) {
        HttpResponse<String> answer = SERVER.send(request(route));

        if (route.open()) {
            assertNotEquals(401, answer.statusCode());
            assertNotEquals(403, answer.statusCode());
        } else {
            assertEquals(401, answer.statusCode());
            assertEquals("Bearer", answer.headers().firstValue("WWW-Authenticate").orElse(""));
            assertTrue(answer.body().contains("urn:yipiao:problem:token-missing"));
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void a_bad_token_is_refused_everywhere(Route route) {
        assertEquals(401, status(route, "Bearer yipiao_" + "0".repeat(64)));
        assertEquals(401, status(route, "Bearer nonsense"));
        assertEquals(401, status(route, "Basic eWlwaWFvOnlpcGlhbw=="));
    }

    private static int status(Route route, String authorization) {
        return SERVER.send(request(route).header("Authorization", authorization)).statusCode();
    }

    private static HttpRequest.Builder request(Route route) {
        String path =
                route.path()
                        .replace("{id}", "00000000-0000-4000-8000-000000000000")
                        .replaceAll("\\{[a-z]+}", "1");
        HttpRequest.BodyPublisher body =
                route.method().equals("POST") || route.method().equals("PUT")
                        ? HttpRequest.BodyPublishers.ofString("{}")
                        : HttpRequest.BodyPublishers.noBody();
        return SERVER.to(path).method(route.method(), body);
    }
}
