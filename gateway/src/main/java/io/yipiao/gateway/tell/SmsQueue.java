package io.yipiao.gateway.tell;

import io.yipiao.gateway.claim.ClaimNumber;
import io.yipiao.gateway.claim.ClaimState;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.canonical.Digest;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The rows of text messages to be sent. All times are the database's. */
final class SmsQueue {
    private final Database database;
    private final Duration lease;

    SmsQueue(Database database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /**
     * A text message that the caller has to himself for a while.
     *
     * @param attempts how often it was begun, this time included
     */
    record Leased(UUID id, PersonId person, ClaimNumber claim, ClaimState state, int attempts) {}

    /** Takes messages that are due and that nobody sends. */
    List<Leased> lease(int limit) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                UPDATE sms s SET attempts = s.attempts + 1,
                                    leased_until = now() + :lease * interval '1 ms'
                                FROM message m WHERE m.id = s.id AND s.id IN (
                                    SELECT id FROM sms
                                    WHERE sent_at IS NULL AND given_up_at IS NULL
                                      AND due_at <= now() AND leased_until <= now()
                                    ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                                RETURNING s.id, m.person, m.claim, m.state, s.attempts
                                """)
                        .bind("lease", lease.toMillis())
                        .bind("limit", limit)
                        .map((row, context) ->
                                new Leased(
                                        row.getObject("id", UUID.class),
                                        new PersonId(Digest.of(row.getBytes("person"))),
                                        new ClaimNumber(row.getString("claim")),
                                        ClaimState.valueOf(row.getString("state")),
                                        row.getInt("attempts")))
                        .list());
    }

    void sent(UUID id) {
        end(id, "sent_at");
    }

    void givenUp(UUID id) {
        end(id, "given_up_at");
    }

    void later(UUID id, Duration wait) {
        database.with(handle ->
                handle.createUpdate(
                                """
                                UPDATE sms SET leased_until = '-infinity', due_at = now() + :wait * interval '1 ms'
                                WHERE id = :id AND sent_at IS NULL AND given_up_at IS NULL
                                """)
                        .bind("wait", wait.toMillis())
                        .bind("id", id)
                        .execute());
    }

    private void end(UUID id, String column) {
        database.with(handle ->
                handle.createUpdate(
                                "UPDATE sms SET "
                                        + column
                                        + " = now() WHERE id = :id AND sent_at IS NULL AND"
                                        + " given_up_at IS NULL")
                        .bind("id", id)
                        .execute());
    }
}
