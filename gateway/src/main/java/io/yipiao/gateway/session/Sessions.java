package io.yipiao.gateway.session;

import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is signed in. A session ends 30 minutes after it was last seen, 12 hours after it began, or
 * when somebody ends it; the database's clock counts, for all gateways together.
 */
public final class Sessions {
    private static final String ALIVE =
            "seen_at > now() - interval '30 minutes' AND begun_at > now() - interval '12 hours'";

    private static final String FIND =
            """
            SELECT %s, seen_at < now() - interval '1 minute' AS long_ago
            FROM session JOIN account ON account.id = session.account
            WHERE hash = :hash AND %s
            """
                    .formatted(AccountRow.COLUMNS, ALIVE);

    private final Database database;
    private final PersonalData personal;
    private final SecureRandom random = new SecureRandom();

    public Sessions(Database database, Secrets secrets) {
        this.database = database;
        this.personal = secrets.personal();
    }

    /** Begins a session, with a text that no browser held before. */
    public SessionText begin(UUID account) {
        return begin(account, false);
    }

    /**
     * The same for who has signed in with the OpenID provider once more, just to confirm himself.
     */
    SessionText beginAnew(UUID account) {
        return begin(account, true);
    }

    private SessionText begin(UUID account, boolean anew) {
        SessionText text = SessionText.generate(random);
        database.changeInTransaction(tx -> {
            forgetOld(tx);
            tx.execute(
                    "INSERT INTO session (hash, account, anew) VALUES (?, ?, ?)",
                    text.hash().bytes(),
                    account,
                    anew);
        });
        return text;
    }

    /**
     * Whose session this is, if it is alive; that he was seen is noted once a minute.
     *
     * @param cookieText what his browser sent, of any shape
     */
    public Optional<SignedIn> visitor(String cookieText) {
        return SessionText.ofCookie(cookieText).flatMap(this::find);
    }

    /** Whether this is a session that began at most ten minutes ago with signing in once more. */
    public boolean isConfirmed(String cookieText) {
        return SessionText.ofCookie(cookieText)
                .filter(text ->
                        database.with(handle ->
                                handle.createQuery(
                                                "SELECT EXISTS (SELECT FROM session WHERE"
                                                        + " hash = :hash AND anew AND begun_at >"
                                                        + " now() - interval '10 minutes')")
                                        .bind("hash", text.hash().bytes())
                                        .mapTo(Boolean.class)
                                        .one()))
                .isPresent();
    }

    /** Ends a session, if it is one. */
    public void end(String cookieText) {
        SessionText.ofCookie(cookieText)
                .ifPresent(text ->
                        database.changeInTransaction(tx ->
                                tx.execute(
                                        "DELETE FROM session WHERE hash = ?",
                                        (Object) text.hash().bytes())));
    }

    /** Ends all sessions of an account. */
    public void endAll(UUID account) {
        database.changeInTransaction(tx -> endAll(tx, account));
    }

    static void endAll(Handle tx, UUID account) {
        tx.execute("DELETE FROM session WHERE account = ?", account);
    }

    private Optional<SignedIn> find(SessionText text) {
        return database.with(handle -> {
            Optional<Seen> seen =
                    handle.createQuery(FIND)
                            .bind("hash", text.hash().bytes())
                            .map((row, context) -> seen(row))
                            .findOne();
            if (seen.isPresent() && seen.get().longAgo()) {
                handle.execute(
                        "UPDATE session SET seen_at = now() WHERE hash = ?",
                        (Object) text.hash().bytes());
            }
            return seen.map(Seen::who);
        });
    }

    private Seen seen(ResultSet row) throws SQLException {
        return new Seen(AccountRow.read(row, personal), row.getBoolean("long_ago"));
    }

    /**
     * For a day it is known whose a session was, so that what he filled in is kept for him. Locked
     * rows are left to the next time, so that no two who forget lock each other out.
     */
    private static void forgetOld(Handle tx) {
        tx.execute(
                """
                DELETE FROM session WHERE hash IN (
                    SELECT hash FROM session WHERE seen_at < now() - interval '1 day'
                    LIMIT 100 FOR UPDATE SKIP LOCKED)
                """);
    }

    /**
     * A session that was found.
     *
     * @param longAgo whether it is time to note that it was seen
     */
    private record Seen(SignedIn who, boolean longAgo) {}
}
