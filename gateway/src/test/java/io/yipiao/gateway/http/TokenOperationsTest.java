package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.access.Tokens;
import io.yipiao.gateway.secrets.KeyFolder;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

class TokenOperationsTest {
    private final Database keys = TestDatabase.fresh();

    @TempDir private Path folder;
    private TestServer server = TestServer.with(operations -> {});

    @BeforeEach
    void serve_the_real_operations() {
        server.close();
        Secrets secrets = Secrets.open(KeyFolder.thatMakesMissing(folder), keys);
        server =
                TestServer.with(operations ->
                        new TokenOperations(new Tokens(keys), secrets.people()).addTo(operations));
    }

    @AfterEach
    void close() {
        server.close();
        keys.close();
    }

    @Test
    void makes_a_token_lists_it_without_its_text_and_takes_it_out_of_use() throws Exception {
        Json.Members made = json(post("{\"name\":\"第一医院\",\"roles\":[\"HOSPITAL\"],\"issuer\":1}"));
        String text = made.text("token");

        HttpResponse<String> list = server.send(server.to("/api/v1/tokens", Role.ADMIN));
        assertTrue(list.body().contains(made.text("id")));
        assertFalse(list.body().contains(text));

        String path = "/api/v1/tokens/" + made.text("id");
        assertEquals(204, server.send(server.to(path, Role.ADMIN).DELETE()).statusCode());
        assertEquals(404, server.send(server.to(path, Role.ADMIN).DELETE()).statusCode());
    }

    @Test
    void a_persons_number_is_neither_shown_nor_stored() throws Exception {
        HttpResponse<String> made =
                post(
                        """
                        {"name": "王秀芳", "roles": ["CITIZEN"],
                         "person": {"idType": "PASSPORT", "idNumber": "E12345678"}}
                        """);

        assertEquals(201, made.statusCode());
        assertFalse(made.body().contains("E12345678"));
        String rows =
                keys.with(handle ->
                        handle.createQuery("SELECT string_agg(t::text, ' ') FROM api_token t")
                                .mapTo(String.class)
                                .one());
        assertFalse(rows.contains("E12345678"));
        assertFalse(rows.contains(json(made).text("token")));
    }

    @Test
    void says_what_a_role_lacks() {
        HttpResponse<String> answer = post("{\"name\":\"x\",\"roles\":[\"HOSPITAL\"]}");

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("\"field\":\"issuer\""), answer.body());
    }

    @Test
    void lists_every_fault_of_a_body_and_each_once() throws Exception {
        HttpResponse<String> answer =
                post("{\"roles\":[\"KING\"],\"payer\":\"Basic!\",\"colour\":\"red\"}");

        assertEquals(400, answer.statusCode());
        assertEquals(Set.of("name", "roles[0]", "payer", "colour"), fields(answer));
        assertTrue(answer.body().contains("\"found\":\"KING\""), answer.body());
    }

    @Test
    void refuses_what_is_no_json_or_does_not_say_so() {
        assertEquals(400, post("{\"name\":").statusCode());
        assertEquals(400, post("").statusCode());
        assertEquals(
                415,
                server.send(
                                server.to("/api/v1/tokens", Role.ADMIN)
                                        .header("Content-Type", "text/plain")
                                        .POST(BodyPublishers.ofString("{}")))
                        .statusCode());
        assertEquals(
                400, server.send(server.to("/api/v1/tokens/17", Role.ADMIN).DELETE()).statusCode());
    }

    private static Set<String> fields(HttpResponse<String> answer) throws FieldException {
        Set<String> fields = new HashSet<>();
        for (Json.Members error : json(answer).items("errors").objects("errors")) {
            assertTrue(fields.add(error.text("field")), answer.body());
        }
        return fields;
    }

    private HttpResponse<String> post(String body) {
        return server.send(
                server.to("/api/v1/tokens", Role.ADMIN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static Json.Members json(HttpResponse<String> answer) throws FieldException {
        return JsonReader.readObject(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
