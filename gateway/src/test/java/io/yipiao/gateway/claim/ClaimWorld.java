package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.Benefit;
import io.yipiao.gateway.benefit.DemonstrationPolicy;
import io.yipiao.gateway.intake.IndexSource;
import io.yipiao.gateway.intake.Numbering;
import io.yipiao.gateway.intake.SealingKeys;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.intake.UploadKey;
import io.yipiao.gateway.intake.Uploads;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.LedgerClient;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.screen.Screen;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.seal.SealPublicKey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A gateway's claims with all they stand on: a database, keys, a ledger with payers and one
 * hospital enrolled, the demonstration's policy and insured people.
 */
public final class ClaimWorld {
    public static final String ZHANG = "990000198103070024";
    public static final String MOTHER = "990000198801230136";
    public static final String CHILD = "990000201509180156";
    public static final String CLERK = "990000197611110067";

    public final Database database;
    public final Secrets secrets;
    public final LedgerClient ledger;
    final TestChannel channel;
    public final io.yipiao.gateway.intake.Bills bills;
    public final ClaimDesk desk;
    private final Uploads uploads;

    ClaimWorld(
            Database database,
            Secrets secrets,
            LedgerClient ledger,
            TestChannel channel,
            Clock clock) {
        this(database, secrets, ledger, channel, clock, alone -> Optional.empty());
    }

    /**
     * @param screen what is said of near duplicates; most tests claim one sample under many numbers
     */
    ClaimWorld(
            Database database,
            Secrets secrets,
            LedgerClient ledger,
            TestChannel channel,
            Clock clock,
            Screen screen) {
        this.database = database;
        this.secrets = secrets;
        this.ledger = ledger;
        this.channel = channel;
        this.bills = new io.yipiao.gateway.intake.Bills(database, secrets.personal());
        this.uploads =
                new Uploads(
                        database,
                        secrets,
                        new OneKey(),
                        new IndexSource(ledger),
                        Numbering.FREE,
                        new Outbox());
        Benefit benefit = new Benefit(DemonstrationPolicy.POLICY);
        this.desk = ClaimDesk.open(database, secrets, bills, ledger, benefit, screen, clock);
        desk.insured().load(DemonstrationPolicy.INSURED);
    }

    /** The hospital's only key, in custody. */
    private final class OneKey implements SealingKeys {
        @Override
        public Optional<InCustody> inCustody(int issuer) {
            SaltKey salts = SaltKey.of(new byte[32]);
            return Optional.of(new InCustody(1, channel.issuer().key(), salts));
        }

        @Override
        public Optional<SealPublicKey> enrolled(int issuer, int keySeq) {
            return Optional.of(channel.issuer().key().publicKey());
        }
    }

    /** The channel, for what other organisations do there. */
    public TestChannel channel() {
        return channel;
    }

    public PersonId person(String idNumber) {
        return secrets.people().id(IdType.RESIDENT_ID, idNumber);
    }

    public Claimant claimant(String idNumber) {
        return new Claimant("token " + person(idNumber), person(idNumber));
    }

    public Clerk clerk() {
        return new Clerk(person(CLERK), "陈举例");
    }

    /** Gives a person an account under his own name. */
    public void account(String idNumber, String name) {
        try {
            desk.accounts().put(person(idNumber), name, "示范银行", "6222020000001234");
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
    }

    /** The bill as if the world's hospital had issued it. */
    public Bill ours(Bill bill) {
        Issuer issuer = bill.issuer();
        return Bills.issuedBy(
                bill, new Issuer(channel.issuer().number(), issuer.code(), issuer.name()));
    }

    /** Registers a bill and anchors it. */
    public UUID anchored(Bill bill) {
        UUID id = registered(bill);
        anchor(id);
        return id;
    }

    /** Registers a bill that nobody anchors. */
    public UUID registered(Bill bill) {
        byte[] line = (Jcs.text(CanonicalForm.bill(bill)) + "\n").getBytes(StandardCharsets.UTF_8);
        List<String> outcomes = new ArrayList<>();
        try {
            uploads.accept(
                    bill.issuer().number(),
                    new UploadKey("hospital", UUID.randomUUID().toString()),
                    new ByteArrayInputStream(line),
                    upload -> {},
                    outcomes::add);
            Json.Members outcome =
                    JsonReader.readObject(outcomes.getFirst().getBytes(StandardCharsets.UTF_8));
            return UUID.fromString(outcome.text("bill"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new AssertionError(outcomes.toString(), e);
        }
    }

    /** Anchors the batch of a bill that was uploaded alone. */
    void anchor(UUID id) {
        StoredBill bill = bills.byId(id).orElseThrow();
        Batch batch = new Batch(bill.issuer(), List.of(bill.opening().fingerprint()));
        try {
            channel.settle(channel.issuer().anchor(List.of(batch)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Applies a red bill that was registered and anchored alone. */
    void reverse(UUID red) {
        StoredBill bill = bills.byId(red).orElseThrow();
        try {
            channel.settle(channel.reverse(bill.opening()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Puts a paper that was registered and anchored alone at its bill's side. */
    void exchange(UUID paper) {
        StoredBill bill = bills.byId(paper).orElseThrow();
        try {
            channel.settle(channel.exchange(bill.opening()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The bill as the ledger has it. */
    Optional<BillOnLedger> onLedger(UUID id) {
        StoredBill bill = bills.byId(id).orElseThrow();
        Digest index = bill.index().orElseThrow().digest();
        Call status =
                Call.of(Caller.claims("basic"), "status").with(Json.texts(List.of(index.hex())));
        try {
            Json.Items answer = (Json.Items) JsonReader.read(ledger.evaluate(status));
            return BillOnLedger.read(answer.values().getFirst());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Claims a bill under a key of its own. */
    Submission claim(String idNumber, UUID bill) {
        return desk.service().submit(claimant(idNumber), bill, UUID.randomUUID().toString());
    }

    /** Claims a bill that will be taken. */
    public ClaimView taken(String idNumber, UUID bill) {
        return ((Submission.Taken) claim(idNumber, bill)).claim();
    }

    /** The states a claim went through. */
    List<ClaimState> path(ClaimNumber number) {
        return desk.claims().history(number, Optional.empty()).stream()
                .map(ClaimEvent::state)
                .toList();
    }
}
