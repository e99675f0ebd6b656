package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.demo.Api;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What an upload was answered.
 *
 * @param outcomes a line each
 */
record Uploaded(Json.Members summary, List<Json.Members> outcomes) {
    private static final String PATH = "/api/v1/uploads";

    /** Sends an upload, whatever becomes of it. */
    static Api.Reply send(Api hospital, byte[] body, String key) {
        return hospital.post(PATH, "application/x-ndjson", body, key);
    }

    /** Sends an upload that is answered line by line. */
    static Uploaded of(Api hospital, byte[] body, String key) {
        return read(send(hospital, body, key).expect(200).text());
    }

    static Uploaded read(String answer) {
        List<Json.Members> lines = new ArrayList<>();
        for (String line : answer.lines().toList()) {
            try {
                lines.add(JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)));
            } catch (FieldException e) {
                throw new AssertionError(line, e);
            }
        }
        Json.Members last = lines.removeLast();
        try {
            return new Uploaded(last.object("summary"), List.copyOf(lines));
        } catch (FieldException e) {
            throw new AssertionError(answer, e);
        }
    }

    /** What became of each line: {@code ACCEPTED}, {@code ALREADY} or {@code REFUSED}. */
    List<String> words() {
        return outcomes.stream().map(line -> text(line, "outcome")).toList();
    }

    /** The gateway's name of the bill of an outcome, counted from 0. */
    String bill(int outcome) {
        return text(outcomes.get(outcome), "bill");
    }

    /** Why the line of an outcome was refused. */
    FieldError error(int outcome) {
        try {
            Json.Members error = outcomes.get(outcome).items("errors").objects("errors").getFirst();
            return new FieldError(
                    error.text("field"),
                    error.text("expected"),
                    error.text("found"),
                    error.optionalText("advice"));
        } catch (FieldException e) {
            throw new AssertionError(outcomes.get(outcome).toString(), e);
        }
    }

    String id() {
        return text(summary, "id");
    }

    /** Checks the summary's numbers: lines, good bills, bills known before, faulty lines. */
    void counts(long received, long checked, long already, long refused) {
        assertEquals(
                List.of(received, checked, already, refused),
                List.of(
                        whole(summary, "received"),
                        whole(summary, "checked"),
                        whole(summary, "already"),
                        whole(summary, "refused")));
    }

    static String text(Json.Members members, String name) {
        try {
            return members.text(name);
        } catch (FieldException e) {
            throw new AssertionError(members.toString(), e);
        }
    }

    static long whole(Json.Members members, String name) {
        try {
            return members.whole(name);
        } catch (FieldException e) {
            throw new AssertionError(members.toString(), e);
        }
    }
}
