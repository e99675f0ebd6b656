package io.yipiao.gateway.inquiry;

import io.yipiao.gateway.alarm.Alarms;
import io.yipiao.gateway.anchor.Submitter;
import io.yipiao.gateway.claim.ShareCalls;
import io.yipiao.gateway.intake.BillQr;
import io.yipiao.gateway.intake.IndexSource;
import io.yipiao.gateway.intake.Numbering;
import io.yipiao.gateway.intake.Paper;
import io.yipiao.gateway.intake.Papers;
import io.yipiao.gateway.intake.SealingKeys;
import io.yipiao.gateway.intake.StoredBill;
import io.yipiao.gateway.intake.UploadKey;
import io.yipiao.gateway.intake.Uploads;
import io.yipiao.gateway.issuer.TrustLists;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Organisation;
import io.yipiao.gateway.ledger.Outbox;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.TestChannel;
import io.yipiao.gateway.ledger.embedded.EmbeddedLedger;
import io.yipiao.gateway.projection.LedgerPulse;
import io.yipiao.gateway.projection.LedgerView;
import io.yipiao.gateway.projection.Projector;
import io.yipiao.gateway.secrets.KeyFolder;
import io.yipiao.gateway.secrets.PersonId;
import io.yipiao.gateway.secrets.Secrets;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Bills;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.IdType;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.qr.QrOrigin;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.seal.SealPublicKey;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All that an inquiry stands on: a database, an embedded ledger with one hospital and its payers,
 * the projection of its blocks, and the outbox between them.
 */
public final class InquiryWorld implements AutoCloseable {
    /** Where the hospital's codes point. */
    public static final String HOST = "yipiao.example";

    /** The person on the sample bill. */
    public static final String PATIENT = "990000198103070024";

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-22T02:00:00Z"), ZoneOffset.UTC);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBERS = new AtomicInteger(7_000);

    final Database database = TestDatabase.fresh();
    final CutLedger ledger;
    final TestChannel channel;
    private final EmbeddedLedger embedded;
    private final Secrets secrets;
    private final LedgerView view = new LedgerView(database);
    private final Projector projector;
    private final Outbox outbox = new Outbox();
    private final Uploads uploads;
    private final io.yipiao.gateway.intake.Bills bills;
    private final BillQr codes = new BillQr(origin());
    private final TrustLists lists;
    private final List<LedgerPulse> pulses = new ArrayList<>();

    public InquiryWorld(Path folder) {
        embedded = EmbeddedLedger.open(folder.resolve("ledger"), Clock.systemUTC());
        ledger = new CutLedger(embedded);
        channel = new TestChannel(embedded);
        secrets = Secrets.open(KeyFolder.thatMakesMissing(folder.resolve("keys")), database);
        projector = new Projector(database, embedded, view);
        IndexSource indexes = new IndexSource(ledger);
        uploads = new Uploads(database, secrets, new OneKey(), indexes, Numbering.FREE, outbox);
        bills = new io.yipiao.gateway.intake.Bills(database, secrets.personal());
        lists = new TrustLists(database, secrets.personal(), view, HOST, CLOCK);
        catchUp();
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

    private static QrOrigin origin() {
        try {
            return QrOrigin.of("HTTPS://" + HOST.toUpperCase(java.util.Locale.ROOT));
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
    }

    /** As a gateway has it that was started just now: it feels the ledger's pulse first. */
    public Inquiry inquiry() {
        return inquiry((agent, principal) -> false);
    }

    public Inquiry inquiry(java.util.function.BiPredicate<PersonId, PersonId> actsFor) {
        LedgerPulse pulse = new LedgerPulse(ledger, view);
        pulses.add(pulse);
        return new Inquiry(
                database,
                bills,
                codes,
                lists,
                view,
                pulse,
                new IndexSource(ledger),
                secrets.people(),
                actsFor,
                CLOCK);
    }

    public io.yipiao.gateway.intake.Bills bills() {
        return bills;
    }

    public BillQr codes() {
        return codes;
    }

    public LedgerView view() {
        return view;
    }

    /** Cuts the ledger off, or reaches it again. */
    public void cut(boolean isCut) {
        ledger.cut(isCut);
    }

    public PersonId person(String idNumber) {
        return secrets.people().id(IdType.RESIDENT_ID, idNumber);
    }

    TrustLists lists() {
        return lists;
    }

    /** The sample bill under a number of its own, as if the world's hospital had issued it. */
    public Bill bill() {
        return ours(Bills.numbered(number()));
    }

    /** The same on paper, which bears no check code. */
    public Bill paper(Optional<Relation> relation) {
        Bill bill = bill();
        return new Bill(
                new BillId(BillId.Kind.PAPER, bill.id().code(), bill.id().number()),
                Optional.empty(),
                bill.issuer(),
                bill.issuedAt(),
                bill.patient(),
                bill.encounter(),
                bill.payments(),
                relation,
                bill.lines());
    }

    public static int number() {
        return NUMBERS.incrementAndGet();
    }

    Bill ours(Bill bill) {
        Issuer issuer = bill.issuer();
        return Bills.issuedBy(
                bill, new Issuer(channel.issuer().number(), issuer.code(), issuer.name()));
    }

    /** Uploads a bill and has it anchored, or applied if it is red. */
    public StoredBill anchored(Bill bill) {
        StoredBill stored = uploaded(bill);
        drain();
        return stored;
    }

    /** Uploads a bill that stays in the outbox until the next one is anchored. */
    public StoredBill uploaded(Bill bill) {
        byte[] line = (Jcs.text(CanonicalForm.bill(bill)) + "\n").getBytes(StandardCharsets.UTF_8);
        List<String> outcomes = new ArrayList<>();
        try {
            uploads.accept(
                    bill.issuer().number(),
                    new UploadKey("hospital", UUID.randomUUID().toString()),
                    new ByteArrayInputStream(line),
                    upload -> {},
                    outcomes::add);
            byte[] outcome = outcomes.getFirst().getBytes(StandardCharsets.UTF_8);
            return bills.byId(UUID.fromString(JsonReader.readObject(outcome).text("bill")))
                    .orElseThrow();
        } catch (Exception e) {
            throw new AssertionError(outcomes.toString(), e);
        }
    }

    /** The hospital has a paper back. */
    void collected(StoredBill paper) {
        Papers papers = new Papers(database, bills);
        if (!papers.move(paper.id(), paper.issuer(), Paper.State.COLLECTED, "counter")) {
            throw new AssertionError("not collected");
        }
    }

    /** What stands on the bill's QR code. */
    public String qr(StoredBill bill) {
        return codes.text(bill).text();
    }

    public void hold(StoredBill bill, String payer, String claim, long fen) {
        settle(new ShareCalls(payer, claim, 1).hold(bill.place(), new Fen(fen)));
    }

    public void stamp(StoredBill bill, String payer, String claim, long fen) {
        settle(
                new ShareCalls(payer, claim, 1)
                        .holdAndStamp(bill.place(), new Fen(fen), Sm3.of(new byte[0])));
    }

    /** Takes the hospital's key out of use, as two organisations' administrators do. */
    public void revokeKey() {
        Json record = key();
        settle(Call.of(Caller.ADMIN, "revokeKey").with(record));
        settle(Call.of(new Caller(Organisation.FINANCE, "admin"), "revokeKey").with(record));
    }

    /** Stops the hospital's key, as one administrator may. */
    void suspendKey() {
        settle(Call.of(Caller.ADMIN, "suspendKey").with(key()));
    }

    /** Has the hospital's key go on after it was stopped. */
    void resumeKey() {
        Json record = channel.issuer().record();
        settle(Call.of(Caller.ADMIN, "enrolIssuer").with(record));
        settle(Call.of(new Caller(Organisation.FINANCE, "admin"), "enrolIssuer").with(record));
    }

    private Json key() {
        return Json.object().put("issuer", channel.issuer().number()).put("keySeq", 1).end();
    }

    private void settle(Call call) {
        try {
            channel.settle(call);
            catchUp();
        } catch (Refused e) {
            throw new AssertionError(e);
        }
    }

    /** Puts on the ledger what waits in the outbox, and waits until all of it is projected. */
    void drain() {
        try (Submitter submitter =
                new Submitter(
                        database,
                        embedded,
                        outbox,
                        new Alarms(database, Clock.systemUTC()),
                        Duration.ofSeconds(30))) {
            submitter.start(1);
            Instant end = Instant.now().plus(PATIENCE);
            while (waiting() > 0 && Instant.now().isBefore(end)) {
                outbox.await(Duration.ofMillis(20));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (waiting() > 0) {
            throw new AssertionError("the outbox is not drained");
        }
        catchUp();
    }

    private long waiting() {
        String sql = "SELECT count(*) FROM outbox WHERE state IN ('QUEUED', 'ENDORSED')";
        return database.with(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void catchUp() {
        try {
            if (!view.await(embedded.height() - 1, PATIENCE)) {
                throw new AssertionError("the projection is behind");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        pulses.forEach(LedgerPulse::close);
        projector.close();
        embedded.close();
        database.close();
    }
}
