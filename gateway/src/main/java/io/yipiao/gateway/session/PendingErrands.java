package io.yipiao.gateway.session;

import io.yipiao.gateway.secrets.Cell;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.store.Database;

import java.util.Optional;

/** Who was sent to the provider; each is waited for ten minutes and comes back once. */
final class PendingErrands {
    private final Database database;
    private final PersonalData personal;

    PendingErrands(Database database, PersonalData personal) {
        this.database = database;
        this.personal = personal;
    }

    void add(SessionText state, Errand errand, Back back, boolean anew) {
        database.changeInTransaction(tx -> {
            tx.execute(
                    """
                    DELETE FROM oidc_pending WHERE state IN (
                        SELECT state FROM oidc_pending
                        WHERE begun_at < now() - interval '10 minutes'
                        LIMIT 100 FOR UPDATE SKIP LOCKED)
                    """);
            tx.execute(
                    "INSERT INTO oidc_pending (state, browser, back, anew) VALUES (?, ?, ?, ?)",
                    state.hash().bytes(),
                    errand.browser().hash().bytes(),
                    personal.encrypt(cell(state), back.path()),
                    anew);
        });
    }

    /** Takes him out, if he is waited for and the browser is his. */
    Optional<Awaited> take(SessionText state, Errand errand) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                DELETE FROM oidc_pending
                                WHERE state = :state AND browser = :browser
                                    AND begun_at > now() - interval '10 minutes'
                                RETURNING back, anew, begun_at
                                """)
                        .bind("state", state.hash().bytes())
                        .bind("browser", errand.browser().hash().bytes())
                        .map((row, context) ->
                                new Awaited(
                                        new Back(personal.text(cell(state), row.getBytes("back"))),
                                        row.getBoolean("anew"),
                                        row.getTimestamp("begun_at").toInstant()))
                        .findOne());
    }

    private static Cell cell(SessionText state) {
        return new Cell("oidc_pending.back", state.hash().hex());
    }
}
