package io.yipiao.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The contract openapi.yaml: as its text, as JSON, and as what requests are checked against. */
final class Contract {
    private static final String FILE = "/openapi.yaml";

    private final String yaml;
    private final JsonObject json;

    private Contract(String yaml, JsonObject json) {
        this.yaml = yaml;
        this.json = json;
    }

    /** Reads the contract that stands on the class path. */
    static Contract read() {
        try (InputStream file = Contract.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no " + FILE + " on the class path");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return new Contract(text, (JsonObject) jsonOf(tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String yaml() {
        return yaml;
    }

    JsonObject json() {
        return json.copy();
    }

    /**
     * The contract for checking requests. Vert.x refuses one with media types it cannot check, so
     * this copy keeps only JSON bodies, and says nothing of answers.
     */
    OpenAPIContract forRequests(Vertx vertx) {
        JsonObject copy = json.copy();
        JsonObject paths = copy.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject item = paths.getJsonObject(path);
            for (String method : item.fieldNames()) {
                keepWhatCanBeChecked(item.getJsonObject(method));
            }
        }
        copy.getJsonObject("components").remove("responses");
        copy.remove("servers"); // it takes none that is relative
        return OpenAPIContract.from(vertx, copy).toCompletionStage().toCompletableFuture().join();
    }

    private static void keepWhatCanBeChecked(JsonObject operation) {
        JsonObject any = new JsonObject().put("description", "any");
        operation.put("responses", new JsonObject().put("default", any));
        JsonObject body = operation.getJsonObject("requestBody");
        if (body != null && !body.getJsonObject("content").containsKey("application/json")) {
            operation.remove("requestBody");
        }
    }

    /** YAML's maps, lists and scalars as Vert.x has them; numbers stay numbers. */
    private static Object jsonOf(Object tree) {
        return switch (tree) {
            case Map<?, ?> map -> {
                JsonObject object = new JsonObject();
                map.forEach((name, value) -> object.put(String.valueOf(name), jsonOf(value)));
                yield object;
            }
            case List<?> list -> {
                JsonArray array = new JsonArray();
                list.forEach(value -> array.add(jsonOf(value)));
                yield array;
            }
            default -> tree;
        };
    }
}
