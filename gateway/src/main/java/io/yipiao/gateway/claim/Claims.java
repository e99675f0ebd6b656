package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Finding;
import io.yipiao.gateway.benefit.Sheet;
import io.yipiao.gateway.benefit.SheetForm;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Shows claims. A person sees those he made and those on his own bills; what is another's is not
 * there for him. Staff see all: what they may is decided where their roles are.
 */
public final class Claims {
    /**
     * The other claim is named if the ledger named it, or once its own share stands there: one that
     * is still on its way may come to nothing. One that lost itself points to who won.
     */
    private static final String SELECT =
            """
            SELECT c.number, c.state, c.payer, c.bill, b.identity, b.claimable_fen, c.emergency, c.fund_fen, c.held_fen, c.route,
                c.reason, c.received_at,
                CASE
                    WHEN o.number IS NULL THEN c.other
                    WHEN o.state = 'DUPLICATE' THEN o.other
                    WHEN o.state IN ('REFUSED', 'WITHDRAWN') THEN NULL
                    WHEN o.state IN ('RECEIVED', 'CHECKING') OR o.state = 'APPROVED' AND o.bill_index IS NULL
                        THEN (SELECT c.other WHERE EXISTS (SELECT FROM claim_event e
                            WHERE e.claim = c.number AND e.to_state = 'DUPLICATE' AND e.actor = 'LEDGER'))
                    ELSE c.other
                END AS other,
                (SELECT max(e.at) FROM claim_event e WHERE e.claim = c.number AND e.to_state = 'STAMPED') AS stamped_at,
                (SELECT coalesce(sum(w.owed_fen - w.netted_fen - w.closed_fen), 0) FROM recovery w
                    WHERE w.claim = c.number) AS owed_fen
            FROM claim c JOIN bill b ON b.id = c.bill LEFT JOIN claim o ON o.number = c.other
            WHERE (CAST(:person AS bytea) IS NULL OR :person IN (c.claimant, c.patient))
            """;

    /** Other gateways move claims too, so there is nothing here to be woken by. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Database database;

    public Claims(Database database) {
        this.database = database;
    }

    /** A claim, for a person if one is given, for staff if none is. */
    public Optional<ClaimView> one(ClaimNumber number, Optional<PersonId> viewer) {
        return database.with(handle -> one(handle, number, viewer));
    }

    private static Optional<ClaimView> one(
            Handle handle, ClaimNumber number, Optional<PersonId> viewer) {
        try (Query query = handle.createQuery(SELECT + "AND c.number = :number")) {
            return viewer(query, viewer)
                    .bind("number", number.text())
                    .map((row, context) -> read(row))
                    .findOne();
        }
    }

    /**
     * Claims, the oldest first.
     *
     * @param state those in this state only
     * @param after those after this one only
     * @param limit at most so many
     */
    public List<ClaimView> list(
            Optional<PersonId> viewer,
            Optional<ClaimState> state,
            Optional<ClaimNumber> after,
            int limit) {
        String conditions =
                """
                AND (CAST(:state AS text) IS NULL OR c.state = :state)
                AND (CAST(:after AS text) IS NULL OR (c.received_at, c.number) >
                    (SELECT a.received_at, a.number FROM claim a WHERE a.number = :after))
                ORDER BY c.received_at, c.number LIMIT :limit
                """;
        return database.with(handle -> {
            try (Query query = handle.createQuery(SELECT + conditions)) {
                return viewer(query, viewer)
                        .bind("state", state.map(ClaimState::name))
                        .bind("after", after.map(ClaimNumber::text))
                        .bind("limit", limit)
                        .map((row, context) -> read(row))
                        .list();
            }
        });
    }

    /** A claim's steps, the oldest first; none of a claim that is not there for the viewer. */
    public List<ClaimEvent> history(ClaimNumber number, Optional<PersonId> viewer) {
        if (one(number, viewer).isEmpty()) {
            return List.of();
        }
        return events(number, "ORDER BY step");
    }

    /** How the claim's amount was worked out, once it was. */
    public Optional<Sheet> sheet(ClaimNumber number, Optional<PersonId> viewer) {
        return one(number, viewer)
                .flatMap(view -> text("SELECT sheet FROM claim WHERE number = :number", number))
                .map(Claims::sheet);
    }

    /** What a clerk disallowed of a claim that he passed in part, as its citizen reads it. */
    public List<Finding> findings(ClaimNumber number, Optional<PersonId> viewer) {
        return one(number, viewer).isEmpty()
                ? List.of()
                : database.with(handle -> Disallowed.findings(handle, number));
    }

    /** Of these claims those that this clerk took in at the desk, which others decide. */
    public Set<ClaimNumber> takenIn(PersonId clerk, Collection<ClaimNumber> numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : database.with(handle ->
                        handle.createQuery(
                                        """
                                        SELECT number FROM claim
                                        WHERE taken_in_by = :clerk AND number IN (<numbers>)
                                        """)
                                .bind("clerk", Persons.bytes(clerk))
                                .bindList(
                                        "numbers", numbers.stream().map(ClaimNumber::text).toList())
                                .mapTo(String.class)
                                .map(ClaimNumber::new)
                                .set());
    }

    /** The receipt of the claim's stamp, or of what it has become since. */
    public Optional<String> receipt(ClaimNumber number, Optional<PersonId> viewer) {
        String latest =
                """
                SELECT r.receipt FROM receipt r JOIN claim c ON c.number = r.claim WHERE r.claim = :number
                ORDER BY r.bill = c.bill DESC, r.id DESC LIMIT 1
                """;
        return one(number, viewer).flatMap(view -> text(latest, number));
    }

    /** The latest step that a person took since the claim came in; if none did, the latest. */
    ClaimEvent latest(ClaimNumber number) {
        String persons =
                "ORDER BY (actor IN ('CLERK', 'CLAIMANT') AND step > 1) DESC, step DESC LIMIT 1";
        return events(number, persons).getFirst();
    }

    /**
     * The claim once it is known whether the one that has its bill comes to something, or after
     * this time: whoever lost to a claim on its way is told its number, if it gets there.
     */
    ClaimView settled(ClaimNumber number, Duration patience) {
        ClaimView view = view(number);
        if (view.state() != ClaimState.DUPLICATE) {
            return view;
        }
        long end = System.nanoTime() + patience.toNanos();
        while (isOtherUnderWay(number) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return view(number);
    }

    private boolean isOtherUnderWay(ClaimNumber number) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT EXISTS (SELECT FROM claim c JOIN claim o ON o.number = c.other
                                    WHERE c.number = :number AND c.state = 'DUPLICATE'
                                    AND (o.state IN ('RECEIVED', 'CHECKING')
                                        OR o.state = 'APPROVED' AND o.bill_index IS NULL))
                                """)
                        .bind("number", number.text())
                        .mapTo(Boolean.class)
                        .one());
    }

    ClaimView view(ClaimNumber number) {
        return database.with(handle -> view(handle, number));
    }

    ClaimView view(Handle handle, ClaimNumber number) {
        return one(handle, number, Optional.empty()).orElseThrow();
    }

    private List<ClaimEvent> events(ClaimNumber number, String order) {
        String select = "SELECT * FROM claim_event WHERE claim = :number ";
        return database.with(handle ->
                handle.createQuery(select + order)
                        .bind("number", number.text())
                        .map((row, context) ->
                                new ClaimEvent(
                                        row.getTimestamp("at").toInstant(),
                                        ClaimState.valueOf(row.getString("to_state")),
                                        Actor.valueOf(row.getString("actor")),
                                        row.getString("name"),
                                        row.getString("note")))
                        .list());
    }

    private Optional<String> text(String sql, ClaimNumber number) {
        return database.with(handle -> text(handle, sql, number));
    }

    private static Optional<String> text(Handle handle, String sql, ClaimNumber number) {
        return handle.createQuery(sql)
                .bind("number", number.text())
                .map((row, context) -> Optional.ofNullable(row.getString(1)))
                .findOne()
                .flatMap(found -> found);
    }

    private static Sheet sheet(String json) {
        try {
            return SheetForm.read(Jcs.parseObject(json.getBytes(StandardCharsets.UTF_8)));
        } catch (FieldException e) {
            throw new IllegalStateException("a stored sheet does not read: " + e.field(), e);
        }
    }

    private static Query viewer(Query query, Optional<PersonId> viewer) {
        return query.bind("person", viewer.map(Persons::bytes));
    }

    private static Fen stamped(ResultSet row) throws SQLException {
        return ClaimState.valueOf(row.getString("state")).isPastStamp()
                ? new Fen(row.getLong("held_fen"))
                : Fen.ZERO;
    }

    private static ClaimView read(ResultSet row) throws SQLException {
        try {
            return new ClaimView(
                    new ClaimNumber(row.getString("number")),
                    ClaimState.valueOf(row.getString("state")),
                    row.getString("payer"),
                    row.getObject("bill", UUID.class),
                    IdentityBytes.parse(row.getBytes("identity")),
                    new Fen(row.getLong("claimable_fen")),
                    row.getBoolean("emergency"),
                    ClaimRow.fen(row, "fund_fen"),
                    Route.AUTOMATIC.name().equals(row.getString("route")),
                    Optional.ofNullable(row.getString("reason")).map(Reason::valueOf),
                    Optional.ofNullable(row.getString("other")).map(ClaimNumber::new),
                    row.getTimestamp("received_at").toInstant(),
                    Optional.ofNullable(row.getTimestamp("stamped_at"))
                            .map(java.sql.Timestamp::toInstant),
                    stamped(row),
                    new Fen(row.getLong("owed_fen")));
        } catch (FieldException e) {
            throw new IllegalStateException("a stored identity does not read: " + e.field(), e);
        }
    }
}
