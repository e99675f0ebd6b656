package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.yipiao.gateway.demo.Api;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;

/** What refused requests were told. */
final class Problems {
    private static final String URN = "urn:yipiao:problem:";

    private Problems() {}

    /** Refused with this status and this name, and told why. */
    static Json.Members refused(Api.Reply reply, int status, String name) {
        assertEquals(status, reply.status(), reply.text());
        Json.Members problem = reply.json();
        assertEquals(URN + name, Uploaded.text(problem, "type"));
        assertFalse(Uploaded.text(problem, "title").isBlank());
        assertFalse(Uploaded.text(problem, "detail").isBlank());
        return problem;
    }

    /** Refused as some fields are wrong, and these are they. */
    static void faulty(Api.Reply reply, String... fields) {
        assertEquals(400, reply.status(), reply.text());
        assertEquals(URN + "fields", Uploaded.text(reply.json(), "type"));
        List<String> named = new ArrayList<>();
        try {
            for (Json.Members error : reply.json().items("errors").objects("errors")) {
                named.add(error.text("field"));
                assertFalse(error.text("expected").isBlank(), reply.text());
            }
        } catch (FieldException e) {
            throw new AssertionError(reply.text(), e);
        }
        assertEquals(List.of(fields), named.stream().sorted().toList(), reply.text());
    }

    /** There is no such thing, or it is another's. */
    static void notFound(Api.Reply reply) {
        refused(reply, 404, "not-found");
    }
}
