package io.yipiao.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.Confirmation;
import io.yipiao.gateway.demo.DemonstrationBills;
import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.demo.PartialRefund;
import io.yipiao.verifier.batch.Batch;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Payments;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.seal.SealedBill;
import io.yipiao.verifier.seal.Suite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A hospital with keys, a number and bills that no other test has. */
final class TestHospital {
    static final String UPLOADS = "/api/v1/uploads";
    static final String NDJSON = "application/x-ndjson";

    private static final int DAYS = 200;

    private final Hospital agent =
            Hospital.withNewKeys(ThreadLocalRandom.current().nextInt(1, 1 << 30), Suite.SM2);
    private final AtomicLong number =
            new AtomicLong(ThreadLocalRandom.current().nextLong(9_000_000_000L));

    int issuer() {
        return agent.issuer();
    }

    /** Has it enrolled, which Finance confirms, and waits until the gateway knows. */
    void enrol(Doors doors, Confirmation finance) throws Exception {
        Api admin = doors.as(Role.ADMIN);
        Bill bill = DemonstrationBills.visit();
        Json.Members enrolment =
                Json.object()
                        .put("number", issuer())
                        .put("code", bill.issuer().code())
                        .put("name", bill.issuer().name())
                        .put("keys", List.of(agent.enrolment(bill.issuer().code())))
                        .end();
        Json.Members asked = admin.post("/api/v1/issuers", enrolment).expect(202).json();
        finance.confirm(asked.text("digest"));
        String path = "/api/v1/issuers/" + issuer();
        Await.until("the enrolment", () -> admin.get(path).json().text("state").equals("ENROLLED"));
    }

    /** A citizen's visit on a day of its own, which takes the automatic route. */
    Bill visit() {
        long running = number.incrementAndGet();
        Bill visit = DemonstrationBills.earlier(DemonstrationBills.visit(), (int) (running % DAYS));
        return DemonstrationBills.numbered(visit, issuer(), running);
    }

    /** The stay of the worked example, which goes to a clerk. */
    Bill stay() {
        return numbered(DemonstrationBills.stay());
    }

    /** A bill as this hospital issues it, under its next number. */
    Bill numbered(Bill bill) {
        return DemonstrationBills.numbered(bill, issuer(), number.incrementAndGet());
    }

    /** The red bill that takes a bill back. */
    Bill red(Bill bill) {
        return DemonstrationBills.red(bill, number.incrementAndGet());
    }

    /** What it issues when a line of a bill is refunded. */
    PartialRefund refund(Bill bill, int line) {
        return PartialRefund.of(bill, line, number.incrementAndGet(), number.incrementAndGet());
    }

    /** The paper that a bill is exchanged for. */
    Bill paper(Bill bill) {
        return DemonstrationBills.paper(bill, number.incrementAndGet());
    }

    /** The same number with another content: a fund paid half of it at the counter. */
    static Bill halfSettled(Bill bill) {
        Fen half = new Fen(bill.total().value() / 2);
        return copy(
                bill, bill.id(), new Payments(half, Fen.ZERO, Fen.ZERO, bill.total().minus(half)));
    }

    /** The same content under another identity. */
    static Bill under(BillId id, Bill bill) {
        return copy(bill, id, bill.payments());
    }

    private static Bill copy(Bill bill, BillId id, Payments payments) {
        return new Bill(
                id,
                bill.checkCode(),
                bill.issuer(),
                bill.issuedAt(),
                bill.patient(),
                bill.encounter(),
                payments,
                bill.relation(),
                bill.lines());
    }

    List<Bill> visits(int count) {
        return Stream.generate(this::visit).limit(count).toList();
    }

    SealedBill seal(Bill bill) {
        return agent.seal(bill);
    }

    /** The batch of a bill that is uploaded alone. */
    Batch batch(Bill bill) {
        return new Batch(issuer(), List.of(seal(bill).bill().fingerprint()));
    }

    /** The sealed upload that holds these bills. */
    byte[] upload(List<Bill> bills) {
        return agent.upload(bills);
    }

    /** Sends an upload. */
    static Api.Reply send(Doors doors, byte[] upload, String key) {
        return doors.as(Role.HOSPITAL).post(UPLOADS, NDJSON, upload, key);
    }

    /** The gateway's names of an upload's bills, all of which it has stored. */
    static List<String> stored(Api.Reply reply) throws FieldException {
        List<String> bills = new ArrayList<>();
        for (String line : reply.expect(200).text().lines().toList()) {
            Json.Members outcome = JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8));
            if (outcome.has("line")) {
                bills.add(outcome.text("bill"));
            }
        }
        return bills;
    }

    /** Uploads a bill alone and waits until it is anchored. */
    String anchored(Doors doors, Bill bill) throws Exception {
        List<String> bills = uploaded(doors, List.of(bill));
        assertEquals(1, bills.size());
        awaitAnchor(doors, bills.getFirst());
        return bills.getFirst();
    }

    /** Uploads some bills at once and gives the gateway's names of them. */
    List<String> uploaded(Doors doors, List<Bill> bills) throws FieldException {
        return stored(send(doors, upload(bills), UUID.randomUUID().toString()));
    }

    static void awaitAnchor(Doors doors, String bill) throws Exception {
        Api api = doors.as(Role.HOSPITAL);
        String path = "/api/v1/bills/" + bill;
        Await.until("the anchor", () -> api.get(path).json().text("state").equals("ANCHORED"));
    }
}
