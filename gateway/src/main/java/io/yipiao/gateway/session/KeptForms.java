package io.yipiao.gateway.session;

import io.yipiao.gateway.secrets.Cell;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;

import org.jdbi.v3.core.Handle;

import java.util.Optional;
import java.util.UUID;

/**
 * What people filled in whose session was over when they sent it: one form each, for an hour, shown
 * to the same account alone.
 */
public final class KeptForms {
    private final Database database;
    private final PersonalData personal;

    public KeptForms(Database database, Secrets secrets) {
        this.database = database;
        this.personal = secrets.personal();
    }

    /**
     * Keeps a form of whoever held the session that is over; of a session that was ended on
     * purpose, or a day ago, nobody knows whose it was, and nothing is kept.
     *
     * @param cookieText what his browser sent, of any shape
     * @param path of the page it was filled in on
     * @param form as it was sent
     */
    public void keep(String cookieText, String path, String form) {
        SessionText.ofCookie(cookieText)
                .flatMap(this::holder)
                .ifPresent(account ->
                        database.changeInTransaction(tx -> keep(tx, account, path, form)));
    }

    /** What this account filled in on a page within the last hour, and could not send. */
    public Optional<String> of(UUID account, String path) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT form FROM kept_form
                                WHERE account = :account AND path = :path
                                    AND kept_at > now() - interval '1 hour'
                                """)
                        .bind("account", account)
                        .bind("path", path)
                        .mapTo(byte[].class)
                        .map(form -> personal.text(cell(account), form))
                        .findOne());
    }

    /** Forgets it, since he has sent another. */
    public void forget(UUID account) {
        database.changeInTransaction(
                tx -> tx.execute("DELETE FROM kept_form WHERE account = ?", account));
    }

    private Optional<UUID> holder(SessionText text) {
        return database.with(handle ->
                handle.createQuery("SELECT account FROM session WHERE hash = :hash")
                        .bind("hash", text.hash().bytes())
                        .mapTo(UUID.class)
                        .findOne());
    }

    private void keep(Handle tx, UUID account, String path, String form) {
        tx.execute(
                """
                DELETE FROM kept_form WHERE account IN (
                    SELECT account FROM kept_form WHERE kept_at < now() - interval '1 hour'
                    LIMIT 100 FOR UPDATE SKIP LOCKED)
                """);
        tx.execute(
                """
                INSERT INTO kept_form (account, path, form) VALUES (?, ?, ?)
                ON CONFLICT (account) DO UPDATE
                SET path = excluded.path, form = excluded.form, kept_at = now()
                """,
                account,
                path,
                personal.encrypt(cell(account), form));
    }

    private static Cell cell(UUID account) {
        return new Cell("kept_form.form", account.toString());
    }
}
