package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.alarm.AlarmFilter;
import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.start.RunningGateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.UUID;

/** Control totals in, what is missing and its alarm out, by the running gateway's own handlers. */
@Timeout(60)
class BureauOperationsTest {
    private static final RunningGateway WORLD = RunningGateway.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int hospital = WORLD.freeNumber();
    private final String admin = WORLD.token(Role.ADMIN, WORLD.freeNumber());

    @Test
    void a_total_of_bills_that_did_not_come_names_them_and_raises_an_alarm() throws Exception {
        HttpResponse<String> stated = put(total(3, "0000000013"));
        assertEquals(200, stated.statusCode(), stated.body());
        assertTrue(stated.body().contains("\"missing\":\"0000000011-0000000013\""), stated.body());
        assertTrue(stated.body().contains("\"complete\":false"), stated.body());
        assertTrue(
                send("GET", "/api/v1/control-totals", "")
                        .body()
                        .contains("\"issuer\":" + hospital));

        String alarms = send("GET", "/api/v1/alarms?state=NEW&kind=BILLS_MISSING", "").body();
        assertTrue(alarms.contains("\"" + hospital + "/2026-09-30/FISCAL/99060226\""), alarms);

        UUID id =
                new Alarms(WORLD.gateway().database(), Clock.systemUTC())
                        .list(AlarmFilter.all()).stream()
                                .filter(alarm -> alarm.subject().id().startsWith(hospital + "/"))
                                .findFirst()
                                .orElseThrow()
                                .id();
        String path = "/api/v1/alarms/" + id;
        assertTrue(send("POST", path + "/taking", "").body().contains("\"IN_HAND\""));
        assertEquals(400, send("POST", path + "/closing", "{\"reason\":\" \"}").statusCode());
        assertTrue(
                send("POST", path + "/closing", "{\"reason\":\"void\"}")
                        .body()
                        .contains("\"CLOSED\""));
        String none = "/api/v1/alarms/" + UUID.randomUUID() + "/taking";
        assertEquals(404, send("POST", none, "").statusCode());
    }

    @Test
    void a_total_whose_ranges_hold_another_count_is_refused_by_its_field() throws Exception {
        HttpResponse<String> answer = put(total(4, "0000000013"));
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"totals[0].bills\""), answer.body());
    }

    private String total(int bills, String last) {
        return """
        {"totals":[{"issuer":%d,"day":"2026-09-30","kind":"FISCAL","code":"99060226","bills":%d,\
        "fen":30000,"ranges":[{"first":"0000000011","last":"%s"}]}]}\
        """
                .formatted(hospital, bills, last);
    }

    private HttpResponse<String> put(String body) throws Exception {
        return send("PUT", "/api/v1/control-totals", body);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(WORLD.gateway().address() + path))
                        .header("Authorization", "Bearer " + admin)
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
