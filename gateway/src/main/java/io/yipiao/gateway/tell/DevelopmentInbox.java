package io.yipiao.gateway.tell;

import io.yipiao.gateway.secrets.Cell;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.store.Database;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Keeps text messages for a page that shows them, where there is no provider. */
public final class DevelopmentInbox implements SmsSender {
    private final Database database;
    private final PersonalData personal;
    private final Clock clock;

    public DevelopmentInbox(Database database, PersonalData personal, Clock clock) {
        this.database = database;
        this.personal = personal;
        this.clock = clock;
    }

    /** A message that was taken. */
    public record Taken(Sms sms, Instant at) {}

    @Override
    public Outcome send(Sms sms) {
        database.with(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO development_sms (id, phone, text, at) VALUES (:id, :phone, :text, :at)
                                ON CONFLICT (id) DO NOTHING
                                """)
                        .bind("id", sms.id())
                        .bind("phone", personal.encrypt(cell(sms.id()), sms.phone()))
                        .bind("text", sms.text())
                        .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .execute());
        return Outcome.TAKEN;
    }

    /** What was taken, the newest first. */
    public List<Taken> latest(int limit) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT id, phone, text, at FROM development_sms ORDER BY at DESC, id LIMIT :limit
                                """)
                        .bind("limit", limit)
                        .map((row, context) -> {
                            UUID id = row.getObject("id", UUID.class);
                            String phone = personal.text(cell(id), row.getBytes("phone"));
                            return new Taken(
                                    new Sms(id, phone, row.getString("text")),
                                    row.getTimestamp("at").toInstant());
                        })
                        .list());
    }

    private static Cell cell(UUID id) {
        return new Cell("development_sms.phone", id.toString());
    }
}
