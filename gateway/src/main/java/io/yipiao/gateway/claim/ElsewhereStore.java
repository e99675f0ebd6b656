package io.yipiao.gateway.claim;

import io.yipiao.gateway.claim.ElsewhereFiling.State;
import io.yipiao.gateway.secrets.Cell;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.IdentityBytes;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of filed bills from elsewhere. */
final class ElsewhereStore {
    private static final String SELECT =
            """
            SELECT number, claimant, patient, declared, file IS NOT NULL AS sent, state, filed_at, reason,
                checklist, clerk_name, checked_at
            FROM elsewhere WHERE\
            """;

    private final PersonalData personal;

    ElsewhereStore(PersonalData personal) {
        this.personal = personal;
    }

    /** A filing that came in earlier under an idempotency key. */
    record Earlier(ClaimNumber number, Digest request) {}

    Optional<Earlier> earlier(Handle handle, String principal, String key) {
        return handle.createQuery(
                        """
                        SELECT number, request FROM elsewhere
                        WHERE principal = :principal AND idempotency_key = :key
                        """)
                .bind("principal", principal)
                .bind("key", key)
                .map((row, context) ->
                        new Earlier(
                                new ClaimNumber(row.getString("number")),
                                Digest.of(row.getBytes("request"))))
                .findOne();
    }

    /**
     * The filing or claim that keeps another of this bill out: one that waits or came to something.
     */
    static Optional<ClaimNumber> first(Handle handle, BillId id) {
        return handle.createQuery(
                        """
                        SELECT e.number FROM elsewhere e LEFT JOIN claim c ON c.number = e.number
                        WHERE e.identity = :identity AND (e.state IN ('WAITING', 'SUPPLEMENT') OR e.state = 'ACCEPTED'
                            AND c.state NOT IN ('REFUSED', 'WITHDRAWN', 'DUPLICATE'))
                        ORDER BY e.filed_at LIMIT 1
                        """)
                .bind("identity", IdentityBytes.of(id))
                .mapTo(String.class)
                .map(ClaimNumber::new)
                .findOne();
    }

    /** Stores a filing; false if its key is taken, or one of the same bill waits. */
    boolean insert(
            Handle tx,
            ClaimNumber number,
            Claimant claimant,
            String key,
            PersonId patient,
            Declared declared,
            Optional<SentPaper> paper,
            Instant at) {
        return tx.createUpdate(
                                """
                                WITH came AS (
                                    INSERT INTO elsewhere (number, principal, idempotency_key, request, identity, claimant,
                                        patient, declared, file_name, file, filed_at)
                                    VALUES (:number, :principal, :key, :request, :identity, :claimant,
                                        :patient, :declared, :name, :file, :at)
                                    ON CONFLICT DO NOTHING
                                    RETURNING number, filed_at, state
                                )
                                INSERT INTO elsewhere_event (claim, step, at, to_state)
                                SELECT number, 1, filed_at, state FROM came
                                """)
                        .bind("number", number.text())
                        .bind("principal", claimant.principal())
                        .bind("key", key)
                        .bind("request", declared.digest(paper).bytes())
                        .bind("identity", IdentityBytes.of(declared.face().id()))
                        .bind("claimant", Persons.bytes(claimant.person()))
                        .bind("patient", Persons.bytes(patient))
                        .bind(
                                "declared",
                                personal.encrypt(
                                        cell("declared", number), Jcs.bytes(declared.json())))
                        .bind(
                                "name",
                                paper.map(one ->
                                        personal.encrypt(cell("file_name", number), one.name())))
                        .bind(
                                "file",
                                paper.map(one ->
                                        personal.encrypt(cell("file", number), one.content())))
                        .bind("at", at)
                        .execute()
                == 1;
    }

    Optional<ElsewhereFiling> find(Handle handle, ClaimNumber number) {
        return one(handle.createQuery(SELECT + " number = :number"), number);
    }

    /** The same, kept from others until the transaction ends. */
    Optional<ElsewhereFiling> lock(Handle tx, ClaimNumber number) {
        return one(tx.createQuery(SELECT + " number = :number FOR UPDATE"), number);
    }

    /** Those that wait, the oldest first; after them those whose claimants were asked. */
    List<ElsewhereFiling> waiting(Handle handle, Optional<ClaimNumber> after, int most) {
        String beyond =
                """
                 AND (state = 'SUPPLEMENT', filed_at, number) >
                    (SELECT state = 'SUPPLEMENT', filed_at, number FROM elsewhere WHERE number = :after)
                """;
        Query query =
                handle.createQuery(
                        SELECT
                                + " state IN ('WAITING', 'SUPPLEMENT')"
                                + (after.isPresent() ? beyond : "")
                                + " ORDER BY state = 'SUPPLEMENT', filed_at, number LIMIT :most");
        after.ifPresent(number -> query.bind("after", number.text()));
        return query.bind("most", most).map((row, context) -> read(row)).list();
    }

    /** How many wait for a clerk. */
    static int count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM elsewhere WHERE state = 'WAITING'")
                .mapTo(Integer.class)
                .one();
    }

    /** Those of a person that are no claims, the newest first. */
    List<ElsewhereFiling> of(Handle handle, PersonId person) {
        return handle.createQuery(
                        SELECT
                                + " :person IN (claimant, patient) AND state <> 'ACCEPTED'"
                                + " ORDER BY filed_at DESC LIMIT 200")
                .bind("person", Persons.bytes(person))
                .map((row, context) -> read(row))
                .list();
    }

    Optional<SentPaper> paper(Handle handle, ClaimNumber number) {
        return handle.createQuery(
                        """
                        SELECT file_name, file FROM elsewhere WHERE number = :number AND file IS NOT NULL
                        """)
                .bind("number", number.text())
                .map((row, context) ->
                        SentPaper.stored(
                                personal.text(cell("file_name", number), row.getBytes("file_name")),
                                personal.bytes(cell("file", number), row.getBytes("file"))))
                .findOne();
    }

    /** Records a result, if the filing still waits. */
    boolean checked(
            Handle tx,
            ClaimNumber number,
            Clerk clerk,
            Checklist checklist,
            Optional<Checklist.Why> why,
            Instant at) {
        State to = why.isPresent() ? State.REFUSED : State.ACCEPTED;
        boolean moved =
                tx.createUpdate(
                                        """
                                        UPDATE elsewhere SET state = :to, reason = :reason, checklist = :checklist,
                                            clerk = :clerk, clerk_name = :name, checked_at = :at
                                        WHERE number = :number AND state = 'WAITING'
                                        """)
                                .bind("to", to.name())
                                .bind("reason", why.map(Checklist.Why::name))
                                .bind(
                                        "checklist",
                                        personal.encrypt(
                                                cell("checklist", number),
                                                Jcs.bytes(checklist.json())))
                                .bind("clerk", Persons.bytes(clerk.person()))
                                .bind("name", clerk.name())
                                .bind("at", at)
                                .bind("number", number.text())
                                .execute()
                        == 1;
        return moved && noted(tx, number, State.WAITING, to, at);
    }

    /** Takes a step that changes nothing else, if the filing is where it starts from. */
    static boolean move(Handle tx, ClaimNumber number, State from, State to, Instant at) {
        if (!from.next().contains(to)) {
            throw new IllegalStateException(from + " never leads to " + to);
        }
        boolean moved =
                tx.createUpdate(
                                        "UPDATE elsewhere SET state = :to WHERE number = :number"
                                                + " AND state = :from")
                                .bind("to", to.name())
                                .bind("number", number.text())
                                .bind("from", from.name())
                                .execute()
                        == 1;
        return moved && noted(tx, number, from, to, at);
    }

    private static boolean noted(Handle tx, ClaimNumber number, State from, State to, Instant at) {
        return tx.createUpdate(
                                """
                                INSERT INTO elsewhere_event (claim, step, at, from_state, to_state)
                                SELECT :number, 1 + max(step), :at, :from, :to
                                FROM elsewhere_event WHERE claim = :number
                                """)
                        .bind("number", number.text())
                        .bind("at", at)
                        .bind("from", from.name())
                        .bind("to", to.name())
                        .execute()
                == 1;
    }

    private Optional<ElsewhereFiling> one(Query query, ClaimNumber number) {
        return query.bind("number", number.text()).map((row, context) -> read(row)).findOne();
    }

    private ElsewhereFiling read(ResultSet row) throws SQLException {
        ClaimNumber number = new ClaimNumber(row.getString("number"));
        return new ElsewhereFiling(
                number,
                Persons.read(row, "claimant"),
                Persons.read(row, "patient"),
                Declared.read(personal.bytes(cell("declared", number), row.getBytes("declared"))),
                row.getBoolean("sent"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("filed_at").toInstant(),
                Optional.ofNullable(row.getString("reason")).map(Checklist.Why::valueOf),
                checked(row, number));
    }

    private Optional<ElsewhereFiling.Checked> checked(ResultSet row, ClaimNumber number)
            throws SQLException {
        byte[] checklist = row.getBytes("checklist");
        return checklist == null
                ? Optional.empty()
                : Optional.of(
                        new ElsewhereFiling.Checked(
                                Checklist.read(
                                        personal.bytes(cell("checklist", number), checklist)),
                                row.getString("clerk_name"),
                                row.getTimestamp("checked_at").toInstant()));
    }

    private static Cell cell(String column, ClaimNumber number) {
        return new Cell("elsewhere." + column, number.text());
    }
}
