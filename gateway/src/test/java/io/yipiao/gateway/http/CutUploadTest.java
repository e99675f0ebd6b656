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

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Uploads whose connection is cut, and what a client sees of them meanwhile. */
@Timeout(120)
class CutUploadTest {
    private static final RunningGateway WORLD = RunningGateway.shared();

    /** A plain upload is frozen whenever so many bills have come. */
    private static final int PORTION = 2_000;

    @Test
    void a_plain_one_is_resumed_with_nothing_lost_and_nothing_twice() throws IOException {
        int issuer = WORLD.hospitalInCustody();
        Api hospital = WORLD.as(Role.HOSPITAL, issuer);
        byte[] body = Papers.plain(Papers.visits(issuer, PORTION + 30));
        String key = UUID.randomUUID().toString();
        String path;
        try (HalfUpload half = half(issuer, key, body, body.length - 10_000)) {
            path = half.location();
            RunningGateway.await(
                    () -> Uploaded.whole(progress(hospital, path), "received") == PORTION);
            assertEquals("RECEIVING", Uploaded.text(progress(hospital, path), "state"));
            RunningGateway.await(
                    () -> Uploaded.whole(progress(hospital, path), "anchored") == PORTION);
            Api.Reply meanwhile = Uploaded.send(hospital, body, key);
            assertEquals(409, meanwhile.status());
            assertTrue(meanwhile.text().contains("problem:under-way"), meanwhile.text());
        }
        RunningGateway.await(
                () -> Uploaded.text(progress(hospital, path), "state").equals("CUT_OFF"));

        Uploaded answer = Uploaded.of(hospital, body, key);

        int known = Collections.frequency(answer.words(), "ALREADY");
        assertTrue(known > PORTION, "lines that came whole before the cut are kept: " + known);
        assertEquals(PORTION + 30 - known, Collections.frequency(answer.words(), "ACCEPTED"));
        assertTrue(path.endsWith(answer.id()));
        assertEquals(PORTION + 30, count("SELECT count(*) FROM bill WHERE issuer = ?", issuer));
        assertEquals(PORTION + 30, count("SELECT sum(size) FROM batch WHERE issuer = ?", issuer));
        assertEquals(answer.outcomes(), Uploaded.of(hospital, body, key).outcomes());
        RunningGateway.await(
                () -> Uploaded.text(progress(hospital, path), "state").equals("ANCHORED"));
    }

    @Test
    void a_sealed_one_leaves_nothing_and_is_taken_whole_when_it_comes_again() throws IOException {
        Hospital hospital = WORLD.hospital();
        Api api = WORLD.as(Role.HOSPITAL, hospital.issuer());
        byte[] body = hospital.upload(Papers.visits(hospital.issuer(), 5));
        String key = UUID.randomUUID().toString();
        HalfUpload half = half(hospital.issuer(), key, body, body.length - 1_000);
        RunningGateway.await(() ->
                count("SELECT count(*) FROM upload WHERE issuer = ?", hospital.issuer()) == 1);
        half.close();
        // Until the gateway has seen the cut, it takes the second for a double of the first.
        RunningGateway.await(() -> Uploaded.send(api, body, key).status() == 200);

        Uploaded answer = Uploaded.of(api, body, key);

        assertEquals(Collections.nCopies(5, "ACCEPTED"), answer.words());
        assertEquals(
                List.of(5L, 1L),
                List.of(
                        count("SELECT count(*) FROM bill WHERE issuer = ?", hospital.issuer()),
                        count("SELECT count(*) FROM batch WHERE issuer = ?", hospital.issuer())));
    }

    private static HalfUpload half(int issuer, String key, byte[] body, int sent)
            throws IOException {
        return new HalfUpload(
                WORLD.gateway().address(), WORLD.token(Role.HOSPITAL, issuer), key, body, sent);
    }

    private static Json.Members progress(Api hospital, String path) {
        return hospital.get(path).expect(200).json();
    }

    private static long count(String sql, int issuer) {
        return WORLD.gateway()
                .database()
                .with(handle -> handle.createQuery(sql).bind(0, issuer).mapTo(Long.class).one());
    }
}
