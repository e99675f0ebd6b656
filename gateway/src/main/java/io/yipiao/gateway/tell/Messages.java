package io.yipiao.gateway.tell;

import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.store.Database;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** People's messages; each sees his own only. */
public final class Messages {
    private static final int LATEST = 200;

    private final Database database;
    private final Clock clock;

    public Messages(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A person's latest messages, the newest first, at most 200. */
    public List<Message> of(PersonId person) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT id, claim, state, at, read_at FROM message
                                WHERE person = :person ORDER BY at DESC, claim, filing, step DESC LIMIT :limit
                                """)
                        .bind("person", person.hash().bytes())
                        .bind("limit", LATEST)
                        .map((row, context) ->
                                new Message(
                                        row.getObject("id", UUID.class),
                                        new ClaimNumber(row.getString("claim")),
                                        ClaimState.valueOf(row.getString("state")),
                                        row.getTimestamp("at").toInstant(),
                                        row.getTimestamp("read_at") != null))
                        .list());
    }

    /** How many a person has not read. */
    public int unread(PersonId person) {
        return database.with(handle ->
                handle.createQuery(
                                "SELECT count(*) FROM message WHERE person = :person AND read_at IS"
                                        + " NULL")
                        .bind("person", person.hash().bytes())
                        .mapTo(Integer.class)
                        .one());
    }

    /** Marks one of a person's messages as read; one that is not his stays as it is. */
    public void markRead(PersonId person, UUID id) {
        mark(person, "AND id = :id", id);
    }

    /** Marks all of a person's messages as read. */
    public void markRead(PersonId person) {
        mark(person, "AND :id IS NOT NULL", new UUID(0, 0));
    }

    private void mark(PersonId person, String which, UUID id) {
        String update =
                "UPDATE message SET read_at = :now WHERE person = :person AND read_at IS NULL ";
        database.with(handle ->
                handle.createUpdate(update + which)
                        .bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .bind("person", person.hash().bytes())
                        .bind("id", id)
                        .execute());
    }
}
