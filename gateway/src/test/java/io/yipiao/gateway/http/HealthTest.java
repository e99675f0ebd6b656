package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

class HealthTest {

    @Test
    void is_ready_when_all_checks_are_well() {
        try (TestServer server = TestServer.checking(new HealthCheck("ledger", Optional::empty))) {
            assertEquals(200, server.get("/health/ready").statusCode());
            assertEquals("{\"state\":\"UP\"}", server.get("/health/live").body());
        }
    }

    @Test
    void says_which_check_found_what() {
        try (TestServer server =
                TestServer.checking(
                        new HealthCheck("database", Optional::empty),
                        new HealthCheck("ledger", () -> Optional.of("out of reach")))) {
            HttpResponse<String> answer = server.get("/health/ready");

            assertEquals(503, answer.statusCode());
            assertEquals(
                    "{\"checks\":[{\"name\":\"database\",\"state\":\"UP\"},{\"fault\":\"out of"
                        + " reach\",\"name\":\"ledger\",\"state\":\"DOWN\"}],\"state\":\"DOWN\"}",
                    answer.body());
        }
    }

    @Test
    void serves_all_the_same_while_a_person_must_know_something() {
        try (TestServer server =
                TestServer.checking(
                        HealthCheck.notice("payments", () -> Optional.of("payments are frozen")))) {
            HttpResponse<String> answer = server.get("/health/ready");

            assertEquals(200, answer.statusCode());
            assertEquals(
                    "{\"checks\":[{\"fault\":\"payments are frozen\",\"name\":\"payments\","
                            + "\"state\":\"NOTICE\"}],\"state\":\"UP\"}",
                    answer.body());
        }
    }

    @Test
    void a_check_that_fails_or_hangs_is_down_and_tells_nothing_of_the_inside() {
        CountDownLatch never = new CountDownLatch(1);
        try (TestServer server =
                TestServer.checking(
                        new HealthCheck(
                                "one",
                                () -> {
                                    throw new IllegalStateException("inside");
                                }),
                        new HealthCheck(
                                "other",
                                () -> {
                                    never.await();
                                    return Optional.empty();
                                }))) {
            String answer = server.get("/health/ready").body();

            assertTrue(answer.contains("\"fault\":\"failed\",\"name\":\"one\""), answer);
            assertTrue(answer.contains("\"fault\":\"no answer in 3 s\""), answer);
            assertFalse(answer.contains("inside"));
        }
    }
}
