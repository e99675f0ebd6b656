package io.yipiao.gateway.intake;

import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Hex;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.reader.Json;

import org.jdbi.v3.core.Handle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes bills with their fee lines and the batches they stand in, and finds bills that are there.
 */
final class BatchStore {
    private static final String BILL =
            "bill (id, fingerprint, identity, bill_index, issuer, key_seq,"
                    + " seal, opening, salts, head, person, total_fen, claimable_fen, issued_on,"
                    + " first_day, last_day, relation, related, marks)";
    private static final String FEE_LINE =
            "fee_line (bill, sequence, category, catalogue_code, amount, content)";

    private final PersonalData personalData;
    private final People people;

    BatchStore(PersonalData personalData, People people) {
        this.personalData = personalData;
        this.people = people;
    }

    /** Which of these bills are stored, by fingerprint. */
    static Map<Fingerprint, UUID> known(Handle tx, List<Fingerprint> fingerprints) {
        List<String> wanted = fingerprints.stream().map(f -> Hex.write(f.bytes())).toList();
        Map<Fingerprint, UUID> known = new HashMap<>();
        tx.createQuery(
                        """
                        SELECT fingerprint, id FROM bill WHERE fingerprint = ANY(
                            SELECT decode(hex, 'hex') FROM unnest(:wanted) AS hex)
                        """)
                .bindArray("wanted", String.class, wanted)
                .map((row, context) ->
                        Map.entry(
                                new Fingerprint(Digest.of(row.getBytes("fingerprint"))),
                                row.getObject("id", UUID.class)))
                .forEach(found -> known.put(found.getKey(), found.getValue()));
        return known;
    }

    /** Which of these identities some bill bears that an issuer here sealed. */
    static Set<BillId> taken(Handle tx, List<BillId> identities) {
        List<String> wanted =
                identities.stream().map(id -> Hex.write(IdentityBytes.of(id))).distinct().toList();
        Set<String> stored =
                new HashSet<>(
                        tx.createQuery(
                                        """
                                        SELECT encode(identity, 'hex') FROM bill WHERE seal IS NOT NULL AND identity = ANY(
                                            SELECT decode(hex, 'hex') FROM unnest(:wanted) AS hex)
                                        """)
                                .bindArray("wanted", String.class, wanted)
                                .mapTo(String.class)
                                .list());
        return identities.stream()
                .filter(id -> stored.contains(Hex.write(IdentityBytes.of(id))))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Writes bills and their lines.
     *
     * @param keySeq which of the issuer's keys sealed them
     */
    void writeBills(Handle tx, int keySeq, List<ReadyBill> bills) {
        try (CopyRows rows = CopyRows.into(tx, BILL)) {
            for (ReadyBill bill : bills) {
                writeBill(rows, keySeq, bill);
            }
            rows.end();
        }
        try (CopyRows rows = CopyRows.into(tx, FEE_LINE)) {
            for (ReadyBill bill : bills) {
                writeLines(rows, bill);
            }
            rows.end();
        }
    }

    /**
     * Writes a batch, whose bills are stored.
     *
     * @param members the bills, in the order of the batch's leaves
     */
    static void writeBatch(Handle tx, UUID upload, FrozenBatch frozen, List<UUID> members) {
        tx.createUpdate(
                        """
                        INSERT INTO batch (id, upload, issuer, key_seq, size, root, seal, leaves)
                        VALUES (:id, :upload, :issuer, :keySeq, :size, :root, :seal, :leaves)
                        """)
                .bind("id", frozen.id())
                .bind("upload", upload)
                .bind("issuer", frozen.header().issuer())
                .bind("keySeq", frozen.keySeq())
                .bind("size", frozen.header().size())
                .bind("root", frozen.header().root().bytes())
                .bind("seal", frozen.seal().bytes())
                .bind("leaves", frozen.batch().bytes())
                .execute();
        List<InclusionProof> proofs = frozen.batch().proveAll();
        try (CopyRows rows = CopyRows.into(tx, "batch_bill (batch, position, bill, proof)")) {
            for (int i = 0; i < members.size(); i++) {
                rows.add(frozen.id().toString()).add(i).add(members.get(i).toString());
                rows.add(proofs.get(i).bytes()).endRow();
            }
            rows.end();
        }
    }

    private void writeBill(CopyRows rows, int keySeq, ReadyBill ready) {
        Bill bill = ready.sealed().bill().bill();
        rows.add(ready.id().toString());
        rows.add(ready.fingerprint().bytes());
        rows.add(IdentityBytes.of(bill.id()));
        if (ready.index().isPresent()) {
            rows.add(ready.index().get().digest().bytes());
        } else {
            rows.addNull();
        }
        rows.add(bill.issuer().number())
                .add(keySeq)
                .add(ready.sealed().seal().bytes())
                .add(ready.opening().bytes())
                .add(StoredSalts.bytes(ready.sealed().bill().salts()))
                .add(personalData.encrypt(StoredBill.headCell(ready.id()), head(bill)))
                .add(people.id(bill.patient().idType(), bill.patient().idNumber()).hash().bytes())
                .add(bill.total().value())
                .add(bill.claimable().value())
                .add(bill.issueDate().toString());
        writeSketch(rows, BillSketch.of(bill));
        rows.endRow();
    }

    private static void writeSketch(CopyRows rows, BillSketch sketch) {
        rows.add(sketch.first().toString()).add(sketch.last().toString());
        if (sketch.relation().isPresent()) {
            rows.add(sketch.kind().orElseThrow()).add(sketch.related().orElseThrow());
        } else {
            rows.addNull().addNull();
        }
        rows.add(sketch.marks());
    }

    private static void writeLines(CopyRows rows, ReadyBill ready) {
        for (FeeLine line : ready.sealed().bill().bill().lines()) {
            rows.add(ready.id().toString())
                    .add(line.sequence())
                    .add(line.category().code())
                    .add(line.catalogueCode())
                    .add(line.amount().toPlainString())
                    .add(Jcs.text(CanonicalForm.line(line)));
            rows.endRow();
        }
    }

    /** The bill's canonical JSON without its lines, which stand in rows of their own. */
    static byte[] head(Bill bill) {
        var members = new TreeMap<>(CanonicalForm.bill(bill).values());
        members.remove("lines");
        return Jcs.bytes(new Json.Members(members));
    }
}
