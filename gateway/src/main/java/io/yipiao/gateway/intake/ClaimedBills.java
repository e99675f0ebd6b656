package io.yipiao.gateway.intake;

import io.yipiao.gateway.secrets.People;
import io.yipiao.gateway.secrets.PersonalData;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.fingerprint.Salt;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.fingerprint.Salts;

import org.jdbi.v3.core.Handle;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Stores bills that were issued elsewhere, with salts drawn for them, as no issuer gave any. */
public final class ClaimedBills {
    private final PersonalData personalData;
    private final People people;
    private final RandomGenerator random = new SecureRandom();

    public ClaimedBills(PersonalData personalData, People people) {
        this.personalData = personalData;
        this.people = people;
    }

    /**
     * Stores a bill in the caller's transaction.
     *
     * @param bill its issuer's number is {@link BillPlace#ELSEWHERE}, and it speaks of no other
     * @param index its place, if the ledger could be asked for it
     * @return the gateway's name of it
     */
    public UUID store(Handle tx, Bill bill, Optional<BillIndex> index) {
        if (bill.issuer().number() != BillPlace.ELSEWHERE || bill.relation().isPresent()) {
            throw new IllegalArgumentException("a bill from elsewhere has no issuer here");
        }
        UUID id = UUID.randomUUID();
        SaltedBill salted = new SaltedBill(bill, draw(bill.lines().size()));
        BillSketch sketch = BillSketch.of(bill);
        tx.createUpdate(
                        """
                        INSERT INTO bill (id, fingerprint, identity, bill_index, issuer, key_seq, opening, salts,
                            head, person, total_fen, claimable_fen, issued_on, first_day, last_day, marks)
                        VALUES (:id, :fingerprint, :identity, :index, :issuer, 0, :opening, :salts,
                            :head, :person, :total, :claimable, :day, :first, :last, CAST(:marks AS integer[]))
                        """)
                .bind("id", id)
                .bind("fingerprint", salted.fingerprint().bytes())
                .bind("identity", IdentityBytes.of(bill.id()))
                .bind("index", index.map(place -> place.digest().bytes()))
                .bind("issuer", BillPlace.ELSEWHERE)
                .bind("opening", salted.opening().bytes())
                .bind("salts", StoredSalts.bytes(salted.salts()))
                .bind("head", personalData.encrypt(StoredBill.headCell(id), BatchStore.head(bill)))
                .bind(
                        "person",
                        people.id(bill.patient().idType(), bill.patient().idNumber())
                                .hash()
                                .bytes())
                .bind("total", bill.total().value())
                .bind("claimable", bill.claimable().value())
                .bind("day", bill.issueDate())
                .bind("first", sketch.first())
                .bind("last", sketch.last())
                .bind("marks", sketch.marks())
                .execute();
        writeLines(tx, id, bill);
        return id;
    }

    private static void writeLines(Handle tx, UUID id, Bill bill) {
        try (var rows =
                tx.prepareBatch(
                        """
                        INSERT INTO fee_line (bill, sequence, category, catalogue_code, amount, content)
                        VALUES (:bill, :sequence, :category, :code, :amount, :content)
                        """)) {
            for (FeeLine line : bill.lines()) {
                rows.bind("bill", id)
                        .bind("sequence", line.sequence())
                        .bind("category", line.category().code())
                        .bind("code", line.catalogueCode())
                        .bind("amount", line.amount())
                        .bind("content", Jcs.text(CanonicalForm.line(line)))
                        .add();
            }
            rows.execute();
        }
    }

    private Salts draw(int lines) {
        return new Salts(salt(), salt(), Stream.generate(this::salt).limit(1L + lines).toList());
    }

    private Salt salt() {
        byte[] bytes = new byte[Salt.LENGTH];
        random.nextBytes(bytes);
        return Salt.of(bytes);
    }
}
