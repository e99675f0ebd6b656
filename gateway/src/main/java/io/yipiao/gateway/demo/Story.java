package io.yipiao.gateway.demo;

import static io.yipiao.gateway.demo.Reading.require;
import static io.yipiao.gateway.demo.Reading.sentence;
import static io.yipiao.gateway.demo.Reading.shares;
import static io.yipiao.gateway.demo.Reading.text;
import static io.yipiao.gateway.demo.Reading.whole;

import io.yipiao.gateway.access.Role;
import io.yipiao.gateway.start.Gateway;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.qr.PictureException;
import io.yipiao.verifier.qr.PictureReader;
import io.yipiao.verifier.qr.QrText;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.OrganisationRoots;
import io.yipiao.verifier.receipt.Receipt;
import io.yipiao.verifier.receipt.ReceiptException;
import io.yipiao.verifier.seal.Suite;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The life of two bills, told over HTTP to a running gateway; any step that fails ends it. */
public final class Story {
    private static final String CHANNEL = "bills";

    private final Supplier<Gateway> restart;
    private final Confirmation finance;
    private final Teller teller;
    private final Hospital hospital;
    private final Bill stay;
    private final Bill visit;
    private final StayStory life;
    private final List<String> uploaded = new ArrayList<>();
    private Gateway gateway;
    private Demonstration people;
    private String visitQr = "";
    private String claimed = "";

    /**
     * @param gateway a running one
     * @param restart closes it and starts it again on the same data
     */
    public Story(
            Gateway gateway, Supplier<Gateway> restart, Confirmation finance, PrintStream out) {
        this.gateway = gateway;
        this.restart = restart;
        this.finance = finance;
        this.teller = new Teller(out);
        this.people = new Demonstration(gateway, finance);
        // Numbers of their own, so that the story can be told again on the same ledger.
        long serial = Instant.now().getEpochSecond() % 100_000_000L * 10;
        this.hospital =
                Hospital.withNewKeys(
                        (int) (Instant.now().getEpochSecond() % 1_000_000_000L), Suite.SM2);
        this.stay =
                DemonstrationBills.numbered(
                        DemonstrationBills.stay(), hospital.issuer(), serial + 1);
        this.visit =
                DemonstrationBills.numbered(
                        DemonstrationBills.visit(), hospital.issuer(), serial + 2);
        this.life = new StayStory(hospital, stay, serial + 4);
    }

    /** Tells all of it. */
    public void tell() {
        // A gateway new to a ledger of many blocks has to read them first.
        Patience.until(
                "the gateway to be ready",
                () -> people.asStranger().get("/health/ready").status() == 200);
        teller.step("医院登记 enrol the hospital", this::enrol);
        teller.step("上传票据 upload sealed bills", this::upload);
        teller.step("上链 anchored on the ledger", this::anchored);
        teller.step("二维码 QR picture, decoded again", this::qr);
        teller.step("查验 verify: genuine, unclaimed", () -> verdict("OPEN"));
        teller.step("申请 claim, computed, stamped", this::claim);
        teller.step("查验 verify: fully or partly claimed", this::claimedVerdict);
        teller.step("凭证 receipt checked offline", this::receipt);
        teller.step("重复 second claim refused", this::secondClaim);
        teller.step("住院 stay held for a clerk", () -> life.claimed(people, uploaded.getFirst()));
        teller.step("审核 clerk decides: stamped", () -> life.decided(people));
        teller.step("部分退费 refund: the claim moves", () -> life.refunded(people));
        teller.step("改票 altered bill exposed", this::altered);
        teller.step("冲红 red bill reverses the visit", this::reverse);
        teller.step("重启 restart: still stamped", this::restarted);
    }

    private String enrol() {
        people.enrolPayers();
        Api admin = people.as("admin", Role.ADMIN);
        Json.Members enrolled =
                admin.post(
                                "/api/v1/issuers",
                                Json.object()
                                        .put("number", hospital.issuer())
                                        .put("code", stay.issuer().code())
                                        .put("name", stay.issuer().name())
                                        .put(
                                                "keys",
                                                List.of(hospital.enrolment(stay.issuer().code())))
                                        .end())
                        .expect(202)
                        .json();
        finance.confirm(text(enrolled, "digest"));
        String path = "/api/v1/issuers/" + hospital.issuer();
        Patience.until(
                "the enrolment", () -> text(admin.get(path).json(), "state").equals("ENROLLED"));
        return "issuer " + hospital.issuer() + ", confirmed by Finance, " + stay.issuer().name();
    }

    private String upload() {
        Api.Reply reply =
                people.asHospital(hospital.issuer())
                        .post(
                                "/api/v1/uploads",
                                "application/x-ndjson",
                                hospital.upload(List.of(stay, visit)),
                                UUID.randomUUID().toString())
                        .expect(200);
        for (String line : reply.text().lines().toList()) {
            Json.Members outcome = Reading.object(line);
            if (outcome.has("bill")) {
                require(text(outcome, "outcome").equals("ACCEPTED"), line);
                uploaded.add(text(outcome, "bill"));
            }
        }
        require(uploaded.size() == 2, "two bills accepted: " + reply.text());
        return "2 bills, " + (stay.lines().size() + visit.lines().size()) + " fee lines accepted";
    }

    private String anchored() {
        Api api = people.asHospital(hospital.issuer());
        String path = "/api/v1/bills/" + uploaded.get(1);
        Patience.until("the anchor", () -> text(api.get(path).json(), "state").equals("ANCHORED"));
        Patience.until("the block", () -> api.get(path + "/anchor").status() == 200);
        Json.Members anchor = api.get(path + "/anchor").expect(200).json();
        return "block "
                + whole(anchor, "block")
                + ", root "
                + text(anchor, "root").substring(0, 16)
                + "…";
    }

    private String qr() {
        byte[] picture =
                people.asHospital(hospital.issuer())
                        .get("/api/v1/bills/" + uploaded.get(1) + "/qr", "image/png")
                        .expect(200)
                        .body();
        try {
            visitQr = PictureReader.read(picture);
        } catch (PictureException e) {
            throw new StoryException("the QR picture does not read", e);
        }
        return picture.length + " bytes of PNG, " + visitQr.length() + " characters";
    }

    private String verdict(String wanted) {
        Json.Members verdict = verify(visitQr);
        require(text(verdict, "verdict").equals(wanted), "verdict " + wanted + ": " + verdict);
        return sentence(verdict);
    }

    private String claimedVerdict() {
        Json.Members verdict = verify(visitQr);
        require(
                List.of("PARTLY", "FULL").contains(text(verdict, "verdict")),
                "a claimed bill: " + verdict);
        require(!verdict.has("shares"), "a stranger sees no shares: " + verdict);
        return sentence(verdict);
    }

    private String claim() {
        Api citizen = people.asCitizen();
        Demonstration.openAccount(citizen);
        Json.Members claim =
                citizen.post("/api/v1/claims", Json.object().put("qrText", visitQr).end(), key())
                        .expect(201)
                        .json();
        claimed = text(claim, "number");
        Patience.until(
                "the stamp", () -> text(Reading.claim(citizen, claimed), "state").equals("PROVED"));
        Json.Members done = Reading.claim(citizen, claimed);
        return "¥%s of ¥%s, claim %s"
                .formatted(new Fen(whole(done, "benefitFen")), visit.total(), claimed);
    }

    private String receipt() {
        byte[] receipt =
                people.asCitizen().get("/api/v1/claims/" + claimed + "/receipt").expect(200).body();
        try {
            OrganisationRoots roots = OrganisationRoots.parse(gateway.ledger().roots());
            Receipt.parse(receipt).check(roots, CHANNEL);
        } catch (FieldException | ReceiptException e) {
            throw new StoryException("the receipt does not hold: " + e.getMessage(), e);
        }
        return receipt.length + " bytes, signed by two organisations";
    }

    private String secondClaim() {
        Api.Reply reply =
                people.asCitizen()
                        .post("/api/v1/claims", Json.object().put("qrText", visitQr).end(), key())
                        .expect(409);
        require(text(reply.json(), "claim").equals(claimed), "it names the first claim: " + reply);
        return "409, names claim " + claimed;
    }

    /** Somebody adds a thousand yuan to the total, and keeps the hospital's seal. */
    private String altered() {
        try {
            QrText text = QrText.parse(visitQr);
            QrText altered = DearerCode.of(text);
            Json.Members verdict = verify(altered.text());
            require(text(verdict, "verdict").equals("ALTERED"), "altered: " + verdict);
            return sentence(verdict);
        } catch (FieldException e) {
            throw new StoryException("the QR text does not read", e);
        }
    }

    private String reverse() {
        long number = Long.parseLong(visit.id().number()) + 1;
        Bill red = DemonstrationBills.red(visit, number);
        people.asHospital(hospital.issuer())
                .post(
                        "/api/v1/uploads",
                        "application/x-ndjson",
                        hospital.upload(List.of(red)),
                        UUID.randomUUID().toString())
                .expect(200);
        Patience.until("the reversal", () -> text(verify(visitQr), "verdict").equals("REVERSED"));
        Json.Members seen =
                people.asClerk()
                        .post("/api/v1/verifications", Json.object().put("qrText", visitQr).end())
                        .expect(200)
                        .json();
        require(shares(seen).contains("RECOVERING"), "the share is recovering: " + seen);
        return sentence(seen) + ", its share is RECOVERING";
    }

    private String restarted() {
        gateway = restart.get();
        people = new Demonstration(gateway, finance);
        return life.stillStands(people);
    }

    private Json.Members verify(String qrText) {
        return people.asStranger()
                .post("/api/v1/verifications", Json.object().put("qrText", qrText).end())
                .expect(200)
                .json();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
