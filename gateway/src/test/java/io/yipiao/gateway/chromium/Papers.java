package io.yipiao.gateway.chromium;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.DemonstrationBills;
import io.yipiao.gateway.demo.Hospital;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Issuer;
import io.yipiao.verifier.bill.Party;
import io.yipiao.verifier.qr.QrPayload;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.seal.SealedBill;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Bills of the tests' own hospital, each under a number that no other bill has. */
public final class Papers {
    private static final AtomicInteger NUMBERS = new AtomicInteger(700_000);

    private static final int WEEKS = 14;

    private final Map<String, Integer> visits = new ConcurrentHashMap<>();
    private final RunningGateway running;
    private final Hospital hospital;
    private final Api api;

    Papers(RunningGateway running) {
        this.running = running;
        this.hospital = running.hospital();
        this.api = running.as(Role.HOSPITAL, hospital.issuer());
    }

    /** The hospital's number. */
    public int issuer() {
        return hospital.issuer();
    }

    /** The file that the hospital sends of these bills, sealed by it. */
    public byte[] file(List<Bill> bills) {
        return hospital.upload(bills);
    }

    /** A visit of 474.65 yuan, small enough for the automatic route. */
    public Bill visit(Someone patient) {
        return of(DemonstrationBills.visit(), patient);
    }

    /** A stay of 3,354.30 yuan, which a clerk decides. */
    public Bill stay(Someone patient) {
        return of(DemonstrationBills.stay(), patient);
    }

    /** The same with its first item under a code that no catalogue has. */
    public Bill oddStay(Someone patient) {
        Bill stay = stay(patient);
        List<FeeLine> lines = new ArrayList<>(stay.lines());
        FeeLine first = lines.getFirst();
        lines.set(
                0,
                new FeeLine(
                        first.sequence(),
                        first.category(),
                        "NO-SUCH-ITEM",
                        first.hospitalCode(),
                        first.name(),
                        first.specification(),
                        first.quantity(),
                        first.unitPrice(),
                        first.amount(),
                        first.catalogueClass(),
                        first.at(),
                        first.daysOfSupply()));
        return new Bill(
                stay.id(),
                stay.checkCode(),
                stay.issuer(),
                stay.issuedAt(),
                stay.patient(),
                stay.encounter(),
                stay.payments(),
                stay.relation(),
                lines);
    }

    /** The path of a code that the hospital printed on a bill which it never uploaded. */
    public String printedOnly(Bill bill) {
        return printed(hospital, bill);
    }

    /** The same, of a year before the ledger, which nobody can ask for it. */
    public String printedLongAgo(Bill bill) {
        String code = bill.id().code().substring(0, 6) + "13";
        BillId old = new BillId(bill.id().kind(), code, bill.id().number());
        return printedOnly(copy(bill, hospital, old, bill.patient()));
    }

    /** The same, of a hospital whose key was revoked since. */
    public String printedBeforeRevocation(Bill bill) {
        Hospital another = running.hospital();
        String path = printed(another, copy(bill, another, bill.id(), bill.patient()));
        running.revokeKey(another);
        return path;
    }

    private static String printed(Hospital hospital, Bill bill) {
        SealedBill sealed = hospital.seal(bill);
        return new QrText(
                        Optional.empty(), new QrPayload(1, sealed.bill().opening(), sealed.seal()))
                .path();
    }

    /** Uploads a bill and waits until the ledger has it. */
    public Paper anchored(Bill bill) {
        Paper paper = registered(bill);
        RunningGateway.await(() -> state(paper).equals("ANCHORED"));
        return paper;
    }

    /** Uploads a bill, which the ledger may not have yet. */
    public Paper registered(Bill bill) {
        Api.Reply answer =
                api.post(
                        "/api/v1/uploads",
                        "application/x-ndjson",
                        file(List.of(bill)),
                        UUID.randomUUID().toString());
        String outcome = answer.expect(200).text().lines().findFirst().orElseThrow();
        try {
            byte[] line = outcome.getBytes(StandardCharsets.UTF_8);
            UUID id = UUID.fromString(JsonReader.readObject(line).text("bill"));
            String code = api.get("/api/v1/bills/" + id + "/qr?format=text").expect(200).text();
            return new Paper(bill, id, QrText.parse(code));
        } catch (FieldException e) {
            throw new IllegalStateException(outcome, e);
        }
    }

    private String state(Paper paper) {
        try {
            return api.get("/api/v1/bills/" + paper.id()).json().text("state");
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A sample under a number of its own, of this hospital and patient, weeks before the last one
     * of his: two bills for one stay would go to two reviewers.
     */
    Bill of(Bill sample, Someone patient) {
        int before = WEEKS * visits.merge(patient.idNumber(), 1, Integer::sum);
        return numbered(DemonstrationBills.earlier(sample, before - WEEKS), patient);
    }

    /** A bill of his for the same care as another, under a number of its own. */
    public Bill again(Bill bill, Someone patient) {
        return numbered(bill, patient);
    }

    private Bill numbered(Bill sample, Someone patient) {
        String number = "%010d".formatted(NUMBERS.incrementAndGet());
        BillId id = new BillId(sample.id().kind(), sample.id().code(), number);
        return copy(sample, hospital, id, patient.party());
    }

    private static Bill copy(Bill sample, Hospital hospital, BillId id, Party patient) {
        Issuer issuer =
                new Issuer(hospital.issuer(), sample.issuer().code(), sample.issuer().name());
        return new Bill(
                id,
                sample.checkCode(),
                issuer,
                sample.issuedAt(),
                patient,
                sample.encounter(),
                sample.payments(),
                sample.relation(),
                sample.lines());
    }
}
