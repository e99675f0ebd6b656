package io.yipiao.gateway.intake;

import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.StoreException;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.reader.BillReader;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.seal.Seal;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds stored bills and gives them back exactly as they were sealed. */
public final class Bills {
    private static final String PLACE = "b.id, b.bill_index, b.key_seq, b.opening, m.proof, m.root";
    private static final String CONTENT = ", b.seal, b.salts, b.head";
    private static final String FROM =
            """
             FROM bill b LEFT JOIN LATERAL (
                SELECT p.proof, t.root FROM batch_bill p JOIN batch t ON t.id = p.batch
                WHERE p.bill = b.id ORDER BY t.frozen_at, t.id LIMIT 1) m ON true
            """;

    private final Database database;
    private final PersonalData personalData;

    public Bills(Database database, PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    public Optional<StoredBill> byId(UUID id) {
        return find("b.id = :value", id).stream().findFirst();
    }

    /** The same on the caller's connection. */
    public Optional<StoredBill> byId(Handle handle, UUID id) {
        return find(handle, "b.id = :value", id).stream().findFirst();
    }

    /** A bill, for its issuer. */
    public Optional<StoredBill> byId(UUID id, int issuer) {
        return find("b.issuer = " + issuer + " AND b.id = :value", id).stream().findFirst();
    }

    /** Where a bill stands, without reading and decrypting the bill. */
    public Optional<BillPlace> place(UUID id) {
        return findPlace("b.id = :value", id);
    }

    /** The same, of the bill with this fingerprint. */
    public Optional<BillPlace> place(Fingerprint fingerprint) {
        return findPlace("b.fingerprint = :value", fingerprint.bytes());
    }

    /** All contents that were stored under an identity: more than one is a conflict. */
    public List<StoredBill> byIdentity(BillId id) {
        return find("b.identity = :value", IdentityBytes.of(id));
    }

    /**
     * Bills of any code that bear this number: 10 digits of fiscal and paper bills, 8 of VAT
     * invoices, before which a code of 10 or 12 digits stands.
     */
    public List<StoredBill> byNumber(String number) {
        byte[] digits = HexFormat.of().parseHex(number);
        return number.length() == 8
                ? find(
                        "substring(b.identity FROM CASE get_byte(b.identity, 10) WHEN 255 THEN 7"
                                + " ELSE 8 END FOR 4) = :value AND get_byte(b.identity, 0) = 2",
                        digits)
                : find(
                        "substring(b.identity FROM 6 FOR 5) = :value AND get_byte(b.identity, 0) IN"
                                + " (1, 4)",
                        digits);
    }

    /** The bills that stand, or will stand, at a place on the ledger. */
    public List<StoredBill> byIndex(BillIndex index) {
        return find("b.bill_index = :value", index.digest().bytes());
    }

    /** The code and number of each of some bills that are stored, whatever became of them. */
    public Map<UUID, BillId> identities(Collection<UUID> bills) {
        return database.with(handle ->
                handle.createQuery("SELECT id, identity FROM bill WHERE id = ANY(:ids)")
                        .bindArray("ids", UUID.class, bills.toArray())
                        .map((row, context) ->
                                Map.entry(row.getObject("id", UUID.class), identity(row)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static BillId identity(ResultSet row) throws SQLException {
        try {
            return IdentityBytes.parse(row.getBytes("identity"));
        } catch (FieldException e) {
            throw new StoreException("A stored identity does not read: " + e.field(), e);
        }
    }

    /** How far a bill is on its way; of several batches that hold it the furthest counts. */
    public BillStanding standing(UUID bill) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT o.state, o.outcome, o.message FROM outbox o
                                JOIN batch_bill m ON m.batch = o.batch
                                WHERE m.bill = :bill AND o.kind = 'ANCHOR'
                                ORDER BY array_position(ARRAY['DONE', 'ENDORSED', 'QUEUED'], o.state)
                                LIMIT 1
                                """)
                        .bind("bill", bill)
                        .map((row, context) -> standing(row))
                        .findOne()
                        .orElse(new BillStanding(BillStanding.State.QUEUED, Optional.empty())));
    }

    private static BillStanding standing(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "DONE" -> new BillStanding(BillStanding.State.ANCHORED, Optional.empty());
            case "REFUSED" ->
                    new BillStanding(
                            BillStanding.State.REFUSED,
                            Optional.of(
                                    row.getString("outcome") + ": " + row.getString("message")));
            default -> new BillStanding(BillStanding.State.QUEUED, Optional.empty());
        };
    }

    /**
     * How many different contents are known here of a place, whether or not the ledger has them
     * yet: more than one is a conflict. What the ledger does not take is none: a batch that it
     * refused, a number that its issuer was never given.
     */
    public long contents(BillIndex index) {
        return database.with(handle ->
                handle.createQuery(
                                """
                                SELECT count(*) FROM bill b
                                WHERE b.bill_index = :index
                                AND EXISTS (
                                    SELECT FROM batch_bill m JOIN outbox o ON o.batch = m.batch
                                    WHERE m.bill = b.id AND o.kind = 'ANCHOR' AND o.state <> 'REFUSED')
                                AND NOT EXISTS (
                                    SELECT FROM conflicting_content c
                                    WHERE c.bill = b.id AND c.outcome = 'OFF_SERIES')
                                """)
                        .bind("index", index.digest().bytes())
                        .mapTo(Long.class)
                        .one());
    }

    /** A person's bills, the newest first. */
    public List<StoredBill> byPerson(PersonId person) {
        return find("b.person = :value", person.hash().bytes());
    }

    /** A person's bills of one issuer, the newest first. */
    public List<StoredBill> byPerson(PersonId person, int issuer) {
        return find("b.issuer = " + issuer + " AND b.person = :value", person.hash().bytes());
    }

    private List<StoredBill> find(String condition, Object value) {
        return database.with(handle -> find(handle, condition, value));
    }

    private List<StoredBill> find(Handle handle, String condition, Object value) {
        try (Query query =
                handle.createQuery(
                        "SELECT "
                                + PLACE
                                + CONTENT
                                + FROM
                                + "WHERE "
                                + condition
                                + " ORDER BY b.registered_at DESC")) {
            return query.bind("value", value).map((row, context) -> read(handle, row)).list();
        }
    }

    private Optional<BillPlace> findPlace(String condition, Object value) {
        return database.with(handle -> {
            try (Query query =
                    handle.createQuery("SELECT " + PLACE + FROM + "WHERE " + condition)) {
                return query.bind("value", value).map((row, context) -> readPlace(row)).findFirst();
            }
        });
    }

    private static BillPlace readPlace(ResultSet row) throws SQLException {
        try {
            return place(row);
        } catch (FieldException e) {
            throw new StoreException("A stored bill's place does not read: " + e.field(), e);
        }
    }

    private static BillPlace place(ResultSet row) throws SQLException, FieldException {
        return new BillPlace(
                row.getObject("id", UUID.class),
                row.getInt("key_seq"),
                Opening.parse(row.getBytes("opening")),
                Optional.ofNullable(row.getBytes("bill_index"))
                        .map(bytes -> new BillIndex(Digest.of(bytes))),
                batched(row));
    }

    private static Optional<BillPlace.Batched> batched(ResultSet row)
            throws SQLException, FieldException {
        byte[] root = row.getBytes("root");
        return root == null
                ? Optional.empty()
                : Optional.of(
                        new BillPlace.Batched(
                                Digest.of(root), InclusionProof.parse(row.getBytes("proof"))));
    }

    private StoredBill read(Handle handle, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        try {
            Bill bill = bill(handle, id, row.getBytes("head"));
            byte[] seal = row.getBytes("seal");
            return new StoredBill(
                    place(row),
                    new SaltedBill(bill, StoredSalts.read(row.getBytes("salts"))),
                    seal == null ? Optional.empty() : Optional.of(Seal.of(seal)));
        } catch (FieldException e) {
            throw new StoreException("The stored bill " + id + " does not read: " + e.field(), e);
        }
    }

    private Bill bill(Handle handle, UUID id, byte[] encryptedHead) throws FieldException {
        byte[] head = personalData.bytes(StoredBill.headCell(id), encryptedHead);
        var members = new TreeMap<>(JsonReader.readObject(head).values());
        List<Json> lines = new ArrayList<>();
        for (String line : lines(handle, id)) {
            lines.add(JsonReader.read(line.getBytes(StandardCharsets.UTF_8)));
        }
        members.put("lines", new Json.Items(lines));
        return BillReader.read(new Json.Members(members));
    }

    private static List<String> lines(Handle handle, UUID id) {
        return handle.createQuery("SELECT content FROM fee_line WHERE bill = :id ORDER BY sequence")
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }
}
