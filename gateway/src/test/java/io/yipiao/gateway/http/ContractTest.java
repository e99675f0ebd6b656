package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Route;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

class ContractTest {
    private static final JsonObject CONTRACT = Contract.read().json();

    @Test
    void has_the_operations_of_the_table_of_routes_and_no_others() {
        Map<String, String> routes = new TreeMap<>();
        for (Route route : Route.values()) {
            TreeSet<String> roles = new TreeSet<>();
            route.roles().stream().map(Role::name).forEach(roles::add);
            routes.put(
                    route.operation(),
                    route.method()
                            + " "
                            + route.path()
                            + " "
                            + (route.open() ? "[ANYONE]" : roles.toString()));
        }

        assertEquals(routes, operations());
    }

    @Test
    void says_of_open_operations_that_they_need_no_token() {
        for (Route route : Route.values()) {
            JsonArray security = operation(route).getJsonArray("security");
            boolean stranger =
                    security != null && (security.isEmpty() || security.contains(new JsonObject()));
            assertEquals(route.open(), stranger, route.operation());
        }
    }

    @Test
    void has_only_schemas_that_are_used() {
        String text = CONTRACT.encode();
        JsonObject components = CONTRACT.getJsonObject("components");
        for (String kind : Arrays.asList("schemas", "responses", "parameters")) {
            for (String name : components.getJsonObject(kind).fieldNames()) {
                assertTrue(text.contains("#/components/" + kind + "/" + name + "\""), name);
            }
        }
    }

    @Test
    void is_a_contract_that_requests_can_be_checked_against() {
        Vertx vertx = Vertx.vertx();
        try {
            var checked = Contract.read().forRequests(vertx);
            for (Route route : Route.values()) {
                assertNotNull(checked.operation(route.operation()), route.operation());
            }
        } finally {
            vertx.close();
        }
    }

    @Test
    void a_route_without_a_handler_keeps_the_server_from_starting() {
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> new Operations().complete());

        assertTrue(refusal.toString().contains("LIVE"));
    }

    private static Map<String, String> operations() {
        Map<String, String> operations = new TreeMap<>();
        JsonObject paths = CONTRACT.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject item = paths.getJsonObject(path);
            for (String method : item.fieldNames()) {
                JsonObject operation = item.getJsonObject(method);
                TreeSet<Object> roles = new TreeSet<>();
                operation.getJsonArray("x-roles").forEach(roles::add);
                operations.put(
                        operation.getString("operationId"),
                        method.toUpperCase(Locale.ROOT) + " " + path + " " + roles);
            }
        }
        return operations;
    }

    private static JsonObject operation(Route route) {
        return CONTRACT.getJsonObject("paths")
                .getJsonObject(route.path())
                .getJsonObject(route.method().toLowerCase(Locale.ROOT));
    }
}
