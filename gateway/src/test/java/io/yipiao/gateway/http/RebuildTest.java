package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** What the world sees while the projection is rebuilt. */
@Timeout(120)
class RebuildTest {
    private static final RunningGateway WORLD = RunningGateway.shared();

    private final Api stranger = WORLD.people().asStranger();

    @Test
    void it_is_not_ready_and_a_bill_is_never_said_to_be_unknown_or_free() throws SQLException {
        String qrText = anchored();
        RunningGateway.await(() -> verdict(qrText).equals("OPEN"));

        try (Connection elsewhere = WORLD.gateway().database().source().getConnection();
                Statement lock = elsewhere.createStatement()) {
            elsewhere.setAutoCommit(false);
            // The projector waits here before it can empty its tables.
            lock.execute("LOCK TABLE ledger_block IN EXCLUSIVE MODE");
            WORLD.gateway().projector().rebuild();
            RunningGateway.await(() -> ready().status() == 503);
            Api.Reply ready = ready();
            assertTrue(ready.text().contains("being rebuilt"), ready.text());
            assertEquals("NO_LEDGER", verdict(qrText));
            elsewhere.rollback();
        }

        RunningGateway.await(() -> ready().status() == 200);
        assertEquals("OPEN", verdict(qrText));
    }

    private Api.Reply ready() {
        return stranger.get("/health/ready");
    }

    private String verdict(String qrText) {
        return Uploaded.text(
                stranger.post("/api/v1/verifications", Json.object().put("qrText", qrText).end())
                        .expect(200)
                        .json(),
                "verdict");
    }

    private static String anchored() {
        Hospital hospital = WORLD.hospital();
        Api api = WORLD.as(Role.HOSPITAL, hospital.issuer());
        byte[] body = hospital.upload(Papers.visits(hospital.issuer(), 1));
        String bill = Uploaded.of(api, body, UUID.randomUUID().toString()).bill(0);
        return api.get("/api/v1/bills/" + bill + "/qr?format=text").expect(200).text();
    }
}
