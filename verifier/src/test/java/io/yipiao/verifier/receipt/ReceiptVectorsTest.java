package io.yipiao.verifier.receipt;

import static io.yipiao.verifier.vectors.JsonEdit.with;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.FormatVectors;
import io.yipiao.verifier.vectors.JsonEdit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The vectors of receipt.json: an input is a receipt's text, the organisations' roots and a
 * channel; expected is what is proved.
 */
class ReceiptVectorsTest extends FormatVectors {
    private static final TestOrganisation INSURANCE = TestOrganisation.of("InsuranceMSP");
    private static final TestOrganisation HOSPITAL = TestOrganisation.of("HospitalMSP");
    private static final TestOrganisation FINANCE = TestOrganisation.of("FinanceMSP");

    ReceiptVectorsTest() {
        super("receipt.json");
        accepted("a stamped share", input(new TestReading()));
        accepted(
                "a batch, by Finance and Insurance",
                input(
                        TestReading.ofBatch("4c".repeat(32))
                                .receipt(FINANCE.peer(), INSURANCE.peer())));
        TestPeer expired =
                HOSPITAL.issue(
                        "peer",
                        Instant.parse("2026-03-01T00:00:00Z"),
                        Instant.parse("2026-03-02T00:00:00Z"));
        accepted("a certificate that was good for a day", signed(INSURANCE.peer(), expired));

        Json.Members good = input(new TestReading());
        String receipt = JsonEdit.text(good, "receipt");
        refused(
                "another channel",
                "went to channel bills, not payments",
                with(good, "channel", "payments"));
        refused(
                "another chaincode asked",
                "went to chaincode mine",
                input(new TestReading().askingChaincode("mine")));
        refused(
                "another chaincode's answer",
                "chaincode mine's",
                input(new TestReading().answeredByChaincode("mine")));
        refused(
                "another function",
                "not to prove",
                input(new TestReading().calling("status", TestReading.INDEX)));
        refused(
                "another bill",
                "something else",
                input(
                        new TestReading()
                                .answering(TestReading.bill("2e".repeat(32), "basic", "C-1"))));
        refused("a refusal", "refused: status 500", input(new TestReading().refusing()));
        refused("a write", "writes", input(new TestReading().writing()));
        refused(
                "a key that is not there",
                "has no bill/",
                input(new TestReading().readingNothing()));
        refused("another key", "was not read from", input(new TestReading().readingOnly("bill/x")));
        refused(
                "one organisation twice",
                "both endorsements are of",
                signed(INSURANCE.peer(), INSURANCE.peer()));
        refused("without Insurance", "do not suffice", signed(HOSPITAL.peer(), FINANCE.peer()));
        refused(
                "a stranger",
                "no roots of",
                signed(INSURANCE.peer(), TestOrganisation.of("StrangerMSP").peer()));
        refused(
                "a client in a peer's place",
                "is no peer",
                signed(
                        INSURANCE.peer(),
                        HOSPITAL.issue("client", TestOrganisation.FROM, TestOrganisation.UNTIL)));
        refused(
                "a peer under another name",
                "under its root",
                signed(INSURANCE.peer(), INSURANCE.peer().as("HospitalMSP")));
        refused(
                "other roots",
                "under its root",
                with(
                        good,
                        "roots",
                        TestRoots.json(new TestOrganisation("InsuranceMSP", "other"), HOSPITAL)));
        ByteString payload = new TestReading().payload();
        refused(
                "a high s",
                "does not verify",
                input(
                        new TestReading()
                                .receipt(
                                        List.of(
                                                INSURANCE.peer().endorseHigh(payload),
                                                HOSPITAL.peer().endorse(payload)))));
        refused(
                "signatures under another answer",
                "does not verify",
                input(
                        new TestReading()
                                .receipt(
                                        List.of(
                                                INSURANCE.peer().endorse(payload),
                                                HOSPITAL.peer().endorse(ByteString.EMPTY)))));
        refused(
                "another answer's proposal",
                "to another call",
                with(
                        good,
                        "receipt",
                        receipt.replace(
                                proposal(new TestReading()),
                                proposal(
                                        new TestReading()
                                                .calling(
                                                        "prove",
                                                        TestReading.INDEX,
                                                        "basic",
                                                        "C-2")))));
        refused(
                "transient data",
                "proposal",
                with(
                        good,
                        "receipt",
                        receipt.replace(
                                proposal(new TestReading()),
                                Base64Text.write(new TestReading().proposal(true)))));
        refused("white space", "json", with(good, "receipt", receipt + " "));
        refused(
                "base64 without padding",
                "signature",
                with(good, "receipt", receipt.replaceFirst("=+\"\\}\\]", "\"}]")));
    }

    @Override
    protected Json answer(Json.Members input) throws FieldException, ReceiptException {
        OrganisationRoots roots = OrganisationRoots.parse(Jcs.bytes(input.object("roots")));
        ProvedValue proved =
                Receipt.parse(input.text("receipt").getBytes(StandardCharsets.UTF_8))
                        .check(roots, input.text("channel"));
        return Json.object()
                .put("organisations", Json.texts(proved.organisations()))
                .put("arguments", Json.texts(proved.arguments()))
                .put("key", proved.key())
                .put("response", proved.response())
                .put("block", proved.block())
                .put("transaction", proved.transaction())
                .end();
    }

    private static String proposal(TestReading reading) {
        return Base64Text.write(reading.proposal(false));
    }

    private static Json.Members input(TestReading reading) {
        return input(reading.receipt(INSURANCE.peer(), HOSPITAL.peer()));
    }

    private static Json.Members signed(TestPeer one, TestPeer other) {
        return input(new TestReading().receipt(one, other));
    }

    private static Json.Members input(Receipt receipt) {
        return Json.object()
                .put("receipt", new String(receipt.bytes(), StandardCharsets.UTF_8))
                .put("roots", TestRoots.json(INSURANCE, HOSPITAL, FINANCE))
                .put("channel", "bills")
                .end();
    }
}
