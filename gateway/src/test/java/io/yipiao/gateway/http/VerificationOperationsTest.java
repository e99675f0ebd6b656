package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.inquiry.InquiryWorld;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Verification by text and by typed elements, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationOperationsTest {
    private static final String PATH = "/api/v1/verifications";

    private InquiryWorld world;
    private TestServer server;
    private StoredBill bill;

    @BeforeAll
    void open(@TempDir Path folder) {
        world = new InquiryWorld(folder);
        server =
                TestServer.with(operations ->
                        new VerificationOperations(world.inquiry()).addTo(operations));
        bill = world.anchored(world.bill());
        world.stamp(bill, "basic", "C-SECRET-1", 183_070);
    }

    @AfterAll
    void close() {
        server.close();
        world.close();
    }

    @Test
    void a_stranger_learns_what_the_paper_says_and_one_word_of_the_claims() throws Exception {
        HttpResponse<String> answer = send(scan(world.qr(bill)), Optional.empty());
        Json.Members verdict = json(answer);
        assertEquals(200, answer.statusCode());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        assertEquals("PARTLY", verdict.text("verdict"));
        assertEquals("真票，已报销一部分", verdict.object("sentence").text("zh"));
        assertEquals("Genuine, partly claimed", verdict.object("sentence").text("en"));
        assertEquals(335_430, verdict.object("facts").whole("totalFen"));
        for (String secret :
                List.of("shares", "remainder", "\"bill\"", "basic", "C-SECRET-1", "183070")) {
            assertFalse(answer.body().contains(secret), secret);
        }
        for (String secret : List.of("张示范", InquiryWorld.PATIENT, "I10")) {
            assertFalse(answer.body().contains(secret), secret);
        }
    }

    @Test
    void staff_see_the_shares_and_a_payer_not_the_claims_of_others() throws Exception {
        Json.Members clerks = json(send(scan(world.qr(bill)), Optional.of(Role.CLERK)));
        assertEquals(
                "C-SECRET-1", clerks.items("shares").objects("shares").getFirst().text("claim"));
        assertEquals(335_430 - 183_070, clerks.whole("remainderFen"));
        assertEquals(bill.id().toString(), clerks.text("bill"));
        assertTrue(json(send(scan(world.qr(bill)), Optional.of(Role.PAYER))).has("shares"));
        for (Role role : List.of(Role.HOSPITAL, Role.ADMIN, Role.CITIZEN)) {
            String answer = send(scan(world.qr(bill)), Optional.of(role)).body();
            assertFalse(answer.contains("C-SECRET-1"), role.name());
        }
    }

    @Test
    void texts_that_are_no_bills_are_answered_and_never_opened() throws Exception {
        for (String text :
                List.of("http://127.0.0.1:" + server.address().getPort() + "/metrics", "?", "1")) {
            assertEquals("UNREAD", json(send(scan(text), Optional.empty())).text("verdict"));
        }
        assertEquals(400, send(scan("A".repeat(2_001)), Optional.empty()).statusCode());
        assertEquals(400, send(scan(""), Optional.empty()).statusCode());
        assertEquals(400, send("{}", Optional.empty()).statusCode());
    }

    @Test
    void a_wrong_element_is_told_as_nothing_found_whichever_it_is() throws Exception {
        StoredBill typed = world.anchored(world.bill());
        assertEquals("OPEN", json(type(typed, "a1b2c3", 335_430, "2026-09-13")).text("verdict"));
        String code = withoutTime(type(typed, "ffffff", 335_430, "2026-09-13"));
        String total = withoutTime(type(typed, "a1b2c3", 335_431, "2026-09-13"));
        String date = withoutTime(type(typed, "a1b2c3", 335_430, "2026-09-14"));
        assertTrue(code.contains("查不到这张票据"), code);
        assertEquals(code, total);
        assertEquals(code, date);
    }

    @Test
    void the_sixth_wrong_try_is_sent_away_for_an_hour_and_a_scan_still_works() throws Exception {
        StoredBill typed = world.anchored(world.bill());
        for (int i = 0; i < 5; i++) {
            assertEquals(200, type(typed, "00000" + i, 335_430, "2026-09-13").statusCode());
        }
        HttpResponse<String> locked = type(typed, "a1b2c3", 335_430, "2026-09-13");
        assertEquals(429, locked.statusCode());
        assertEquals("3600", locked.headers().firstValue("Retry-After").orElse(""));
        assertTrue(locked.body().contains("urn:yipiao:problem:locked"));
        assertEquals("OPEN", json(send(scan(world.qr(typed)), Optional.empty())).text("verdict"));
    }

    private HttpResponse<String> type(StoredBill stored, String code, long fen, String date) {
        Bill printed = stored.bill();
        Json face =
                Json.object()
                        .put("code", printed.id().code())
                        .put("number", printed.id().number())
                        .put("checkCode", code)
                        .put("totalFen", fen)
                        .put("issueDate", date)
                        .end();
        return send(Jcs.text(Json.object().put("face", face).end()), Optional.empty());
    }

    private static String scan(String text) {
        return Jcs.text(Json.object().put("qrText", text).end());
    }

    private HttpResponse<String> send(String body, Optional<Role> role) {
        var request = role.isPresent() ? server.to(PATH, role.get()) : server.to(PATH);
        return server.send(
                request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String withoutTime(HttpResponse<String> answer) {
        return answer.body().replaceFirst("\"at\":\"[^\"]*\"", "");
    }

    private static Json.Members json(HttpResponse<String> answer) throws Exception {
        return JsonReader.readObject(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
