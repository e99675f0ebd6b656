package io.yipiao.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.access.Owner;
import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.demo.Api;
import io.yipiao.gateway.demo.DearerCode;
import io.yipiao.gateway.start.RunningGateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.OrganisationRoots;
import io.yipiao.verifier.receipt.ProvedAttestation;
import io.yipiao.verifier.receipt.ProvedBill;
import io.yipiao.verifier.receipt.Receipt;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Payers that pay a fixed sum attest it over HTTP. */
@Timeout(120)
class AttestationOperationsTest {
    private static final RunningGateway WORLD = RunningGateway.shared();
    private static final String PATH = "/api/v1/attestations";
    private static final AtomicInteger CASES = new AtomicInteger(1_000);
    private static final String RESULT = Sm3.of(new byte[] {1}).hex();

    private final int hospital = WORLD.hospitalInCustody();
    private final Api itself = WORLD.as(Role.HOSPITAL, hospital);
    private final Api payer = payer("commercial");
    private final String number = "DE-" + CASES.incrementAndGet();

    @BeforeAll
    static void payersAreEnrolled() {
        WORLD.people().enrolPayers();
    }

    @Test
    void an_attestation_is_noted_and_proved_and_uses_nothing_up() throws Exception {
        String text = anchored(Papers.visit(hospital));
        Json.Members attested = payer.post(PATH, request(text)).expect(200).json();
        assertEquals("commercial", attested.text("payer"));
        assertEquals(number, attested.text("claim"));
        assertEquals(1, attested.whole("n"));

        Receipt receipt = Receipt.parse(Jcs.bytes(attested.object("receipt")));
        var proved =
                receipt.check(OrganisationRoots.parse(WORLD.gateway().ledger().roots()), "bills");
        ProvedBill bill = (ProvedBill) proved.fact();
        assertEquals(attested.text("index"), bill.index().hex());
        assertEquals(Optional.of(number), bill.attested().map(ProvedAttestation::claim));
        assertEquals("OPEN", verdict(text), "it can be claimed as before");
        assertEquals(200, payer("assistance").post(PATH, request(text)).status(), "another payer");
    }

    @Test
    void sent_again_it_is_the_same_and_with_other_content_it_is_refused() {
        String text = anchored(Papers.visit(hospital));
        Json.Members first = payer.post(PATH, request(text)).expect(200).json();
        Json.Members again = payer.post(PATH, request(text)).expect(200).json();
        assertEquals(Uploaded.text(first, "index"), Uploaded.text(again, "index"));
        Json.Members other =
                with(request(text), "result", new Json.Text(Sm3.of(new byte[] {2}).hex()));
        refusedByLedger(payer.post(PATH, other), "MISMATCH");
        payer.post(PATH, with(other, "n", new Json.Whole(2))).expect(200);
    }

    @Test
    void a_bill_that_was_taken_back_or_that_two_contents_claim_to_be_is_refused() {
        Bill bill = Papers.visit(hospital);
        String text = anchored(bill);
        upload(Papers.red(bill));
        RunningGateway.await(() -> verdict(text).equals("REVERSED"));
        refusedByLedger(payer.post(PATH, request(text)), "REVERSED");

        Bill twice = Papers.visit(hospital);
        String first = anchored(twice);
        payer.post(PATH, request(first)).expect(200);
        String second = anchored(Papers.otherContent(twice));
        Json.Members another = with(request(second), "n", new Json.Whole(2));
        Problems.refused(payer.post(PATH, another), 409, "conflict");
    }

    @Test
    void a_bill_that_nobody_registered_is_not_there() {
        String forged = forged(anchored(Papers.visit(hospital)));
        Problems.refused(payer.post(PATH, request(forged)), 404, "unknown-bill");
    }

    @Test
    void what_is_wrong_is_named_by_its_field() {
        String text = anchored(Papers.visit(hospital));
        Json.Members request = request(text);
        Problems.faulty(payer.post(PATH, Json.object().end()), "claim", "qrText", "result");
        Problems.faulty(
                payer.post(PATH, with(request, "qrText", new Json.Text("https://x.example"))),
                "qrText");
        Problems.faulty(payer.post(PATH, with(request, "claim", new Json.Text("张三"))), "claim");
        Problems.faulty(
                payer.post(PATH, with(request, "claim", new Json.Text("990000198103070024"))),
                "claim");
        Problems.faulty(payer.post(PATH, with(request, "result", new Json.Text("00"))), "result");
        Problems.faulty(payer.post(PATH, with(request, "n", new Json.Whole(0))), "n");
    }

    private static Api payer(String id) {
        Owner owner = Owner.payer("示范商业保险", id);
        return new Api(
                WORLD.gateway().address(), Optional.of(WORLD.people().token(Role.PAYER, owner)));
    }

    private Json.Members request(String text) {
        return Json.object().put("qrText", text).put("claim", number).put("result", RESULT).end();
    }

    private static Json.Members with(Json.Members request, String name, Json value) {
        TreeMap<String, Json> members = new TreeMap<>(request.values());
        members.put(name, value);
        return new Json.Members(members);
    }

    /** The text of a code in which somebody wrote another amount. */
    private static String forged(String text) {
        try {
            return DearerCode.of(QrText.parse(text)).text();
        } catch (FieldException e) {
            throw new AssertionError(e);
        }
    }

    private String anchored(Bill bill) {
        String path = "/api/v1/bills/" + upload(bill).bill(0);
        RunningGateway.await(
                () -> !Uploaded.text(itself.get(path).json(), "state").equals("QUEUED"));
        return itself.get(path + "/qr?format=text").expect(200).text();
    }

    private Uploaded upload(Bill bill) {
        return Uploaded.of(itself, Papers.plain(List.of(bill)), UUID.randomUUID().toString());
    }

    private static String verdict(String text) {
        Json.Members asked = Json.object().put("qrText", text).end();
        return Uploaded.text(
                WORLD.people().asStranger().post("/api/v1/verifications", asked).expect(200).json(),
                "verdict");
    }

    private static void refusedByLedger(Api.Reply reply, String code) {
        Json.Members problem = Problems.refused(reply, 409, "ledger-refused");
        assertTrue(Uploaded.text(problem, "detail").startsWith(code + ": "), problem.toString());
    }
}
