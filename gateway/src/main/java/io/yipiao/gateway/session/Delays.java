package io.yipiao.gateway.session;

import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes whoever guesses wait longer and longer, by the database's clock. An attempt is counted as a
 * failure before it is looked at, and forgiven if it succeeds: so attempts made at the same time
 * cannot all slip in before the first has failed, and no row is locked while a password is hashed.
 */
final class Delays {
    /** The row's lock lets one attempt at a time see whether it has to wait. */
    private static final String COUNT =
            """
            INSERT INTO sign_in_delay AS d (subject, failures, since, not_before)
            VALUES (:subject, 1, clock_timestamp(), clock_timestamp())
            ON CONFLICT (subject) DO UPDATE SET (failures, since, not_before) = (
                SELECT next.failures,
                    CASE WHEN next.failures = 1 THEN clock_timestamp() ELSE d.since END,
                    clock_timestamp() + CASE WHEN next.failures <= :free THEN interval '0'
                        ELSE make_interval(secs =>
                            least(900, power(2, least(10, next.failures - :free)))) END
                FROM (SELECT CASE WHEN d.since < clock_timestamp() - make_interval(secs => :window)
                    THEN 1 ELSE d.failures + 1 END AS failures) AS next)
            WHERE d.not_before <= clock_timestamp()
            """;

    private final Database database;

    Delays(Database database) {
        this.database = database;
    }

    /**
     * Counts an attempt with all its subjects, or with none of them.
     *
     * @param subjects always in the same order of their kinds, so that no two lock each other out
     * @return how long it has to wait instead; empty if it may be looked at
     */
    Optional<Duration> count(List<DelaySubject> subjects) {
        forgetOld();
        try {
            database.changeInTransaction(tx -> countAll(tx, subjects));
            return Optional.empty();
        } catch (TooEarly e) {
            return Optional.of(e.left);
        }
    }

    /** Takes back what a successful attempt counted. */
    void forgive(List<DelaySubject> subjects) {
        database.changeInTransaction(tx -> {
            for (DelaySubject subject : subjects) {
                forgive(tx, subject);
            }
        });
    }

    private static void countAll(Handle tx, List<DelaySubject> subjects) throws TooEarly {
        for (DelaySubject subject : subjects) {
            int counted =
                    tx.createUpdate(COUNT)
                            .bind("subject", subject.hash().bytes())
                            .bind("free", subject.free())
                            .bind("window", subject.window().toSeconds())
                            .execute();
            if (counted == 0) {
                throw new TooEarly(left(tx, subject));
            }
        }
    }

    private static Duration left(Handle tx, DelaySubject subject) {
        long millis =
                tx.createQuery(
                                """
                                SELECT cast(1000 * extract(
                                    epoch FROM not_before - clock_timestamp()) AS bigint)
                                FROM sign_in_delay WHERE subject = :subject
                                """)
                        .bind("subject", subject.hash().bytes())
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L);
        return Duration.ofMillis(Math.max(1, millis));
    }

    private static void forgive(Handle tx, DelaySubject subject) {
        tx.createUpdate(
                        """
                        UPDATE sign_in_delay SET not_before = clock_timestamp(),
                            failures = CASE WHEN :all THEN 0 ELSE greatest(failures - 1, 0) END
                        WHERE subject = :subject
                        """)
                .bind("all", subject.forgivesAll())
                .bind("subject", subject.hash().bytes())
                .execute();
    }

    private void forgetOld() {
        database.<Integer, RuntimeException>with(handle ->
                handle.execute(
                        """
                        DELETE FROM sign_in_delay WHERE subject IN (
                            SELECT subject FROM sign_in_delay
                            WHERE since < now() - interval '1 day' AND not_before < now()
                            LIMIT 100 FOR UPDATE SKIP LOCKED)
                        """));
    }

    /** Undoes the transaction that counts. */
    private static final class TooEarly extends Exception {
        @SuppressWarnings("serial") // never sent anywhere
        private final Duration left;

        private TooEarly(Duration left) {
            super("too early", null, false, false);
            this.left = left;
        }
    }
}
