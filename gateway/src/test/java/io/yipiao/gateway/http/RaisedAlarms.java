package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;

import java.util.List;

/** The alarms of the running gateway as the bureau's programs read them. */
final class RaisedAlarms {
    private static final RunningGateway WORLD = RunningGateway.shared();

    private RaisedAlarms() {}

    /** The new alarms of a kind and subject. */
    static List<Json.Members> of(String kind, String subject) {
        var reply =
                WORLD.as(Role.ADMIN, 1).get("/api/v1/alarms?state=NEW&kind=" + kind).expect(200);
        try {
            return reply.json().items("alarms").objects("alarms").stream()
                    .filter(alarm -> Uploaded.text(alarm, "subject").equals(subject))
                    .toList();
        } catch (FieldException e) {
            throw new AssertionError(reply.text(), e);
        }
    }

    /** The only one. */
    static Json.Members only(String kind, String subject) {
        List<Json.Members> all = of(kind, subject);
        assertEquals(1, all.size(), kind + " " + subject + ": " + all);
        return all.getFirst();
    }

    static String facts(Json.Members alarm) {
        try {
            return Jcs.text(alarm.object("facts"));
        } catch (FieldException e) {
            throw new AssertionError(alarm.toString(), e);
        }
    }
}
