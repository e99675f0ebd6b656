package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;
import io.yipiao.gateway.start.RunningGateway;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Every route of the running gateway, with its own handlers, with every role and with none. */
@Timeout(60)
class EveryRouteTest {
    private static final RunningGateway WORLD = RunningGateway.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<Role, String> TOKENS = tokens();

    private static Map<Role, String> tokens() {
        int nobody = WORLD.freeNumber();
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        Arrays.stream(Role.values()).forEach(role -> tokens.put(role, WORLD.token(role, nobody)));
        return tokens;
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void opens_to_its_roles_and_to_no_other(Route route) throws Exception {
        for (Role role : Role.values()) {
            int status =
                    status(request(route).header("Authorization", "Bearer " + TOKENS.get(role)));
            if (route.open() || route.roles().contains(role)) {
                assertNotEquals(401, status, role.name());
                assertNotEquals(403, status, role.name());
                assertTrue(status < 500, role + " " + status);
            } else {
                assertEquals(403, status, role.name());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void asks_a_stranger_who_he_is_unless_it_is_open(Route route) throws Exception {
        int status = status(request(route));
        if (route.open()) {
            assertNotEquals(401, status);
            assertNotEquals(403, status);
            assertTrue(status < 500, "" + status);
        } else {
            assertEquals(401, status);
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void knows_no_token_that_it_did_not_give(Route route) throws Exception {
        String nobodys = "Bearer yipiao_" + "0".repeat(64);
        assertEquals(401, status(request(route).header("Authorization", nobodys)));
    }

    private static int status(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static HttpRequest.Builder request(Route route) {
        String path =
                route.path()
                        .replace("{id}", "00000000-0000-4000-8000-000000000000")
                        .replace("{no}", "C2026-0000000")
                        .replaceAll("\\{[a-z]+}", "1");
        boolean hasBody = route.method().equals("POST") || route.method().equals("PUT");
        return HttpRequest.newBuilder(WORLD.gateway().address().resolve(path))
                .method(
                        route.method(),
                        hasBody ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
    }
}
