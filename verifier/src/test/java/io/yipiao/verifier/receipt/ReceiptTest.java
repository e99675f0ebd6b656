package io.yipiao.verifier.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.vectors.Refusals;

import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

class ReceiptTest {
    private static final String CHANNEL = "bills";

    private final TestOrganisation insurance = TestOrganisation.of("InsuranceMSP");
    private final TestOrganisation hospital = TestOrganisation.of("HospitalMSP");
    private final TestOrganisation finance = TestOrganisation.of("FinanceMSP");
    private final OrganisationRoots roots = roots(insurance, hospital, finance);
    private final TestReading reading = new TestReading();

    @Test
    void proves_a_stamped_share() throws Exception {
        ProvedValue proved = check(reading.receipt(insurance.peer(), hospital.peer()));
        assertEquals("bill/" + TestReading.INDEX, proved.key());
        assertEquals(17, proved.block());
        assertEquals(3, proved.transaction());
        assertEquals(List.of("InsuranceMSP", "HospitalMSP"), proved.organisations());
        assertEquals(
                "Peers of InsuranceMSP and HospitalMSP both signed that on channel bills the bill"
                        + " at index "
                        + TestReading.INDEX
                        + " is OPEN with 3354.30 yuan claimable, of which payer basic (BASIC) has"
                        + " 1830.70 yuan STAMPED under claim C-1. This was written by transaction"
                        + " 3 of block 17; whether it changed afterwards, the receipt does not"
                        + " say.",
                proved.explanation());
    }

    @Test
    void proves_a_batch() throws Exception {
        String root = "4c".repeat(32);
        ProvedValue proved =
                check(TestReading.ofBatch(root).receipt(insurance.peer(), finance.peer()));
        assertEquals("batch/1/" + root, proved.key());
        assertEquals(
                "issuer 1's batch of 3 bills with root "
                        + root
                        + ", sealed by its key 1, is on the ledger",
                proved.fact().words());
    }

    @Test
    void takes_either_partner_in_either_order() throws Exception {
        assertEquals(
                List.of("InsuranceMSP", "FinanceMSP"),
                check(reading.receipt(finance.peer(), insurance.peer())).organisations());
    }

    @Test
    void reads_back_what_it_wrote() throws Exception {
        byte[] bytes = reading.receipt(insurance.peer(), hospital.peer()).bytes();
        assertArrayEquals(bytes, Receipt.parse(bytes).bytes());
        assertEquals(17, check(Receipt.parse(bytes)).block());
    }

    @Test
    void holds_no_transient_data() throws Exception {
        Receipt receipt = reading.receipt(insurance.peer(), hospital.peer());
        ByteString stripped = reading.proposal(false);
        assertFalse(stripped.toStringUtf8().contains("secret"));
        Receipt same =
                Receipt.of(
                        stripped,
                        reading.payload(),
                        List.of(
                                insurance.peer().endorse(reading.payload()),
                                hospital.peer().endorse(reading.payload())));
        assertArrayEquals(same.bytes(), receipt.bytes());
    }

    @Test
    void refuses_to_read_transient_data() throws Exception {
        String text = text(reading.receipt(insurance.peer(), hospital.peer()));
        String secret =
                text.replace(
                        Base64Text.write(reading.proposal(false)),
                        Base64Text.write(reading.proposal(true)));
        Refusals.assertRefused(
                FieldException.class, "transient data", () -> Receipt.parse(bytes(secret)));
    }

    @Test
    void is_made_of_a_prepared_transaction() throws Exception {
        Receipt receipt = reading.receipt(insurance.peer(), hospital.peer());
        assertArrayEquals(receipt.bytes(), Receipt.ofTransaction(envelope()).bytes());
    }

    @Test
    void outlives_a_peers_certificate() throws Exception {
        TestPeer shortLived =
                hospital.issue(
                        "peer",
                        Instant.parse("2026-03-01T00:00:00Z"),
                        Instant.parse("2026-03-02T00:00:00Z"));
        check(reading.receipt(insurance.peer(), shortLived));
    }

    @Test
    void refuses_a_certificate_from_before_its_authority() {
        TestPeer early =
                hospital.issue(
                        "peer",
                        Instant.parse("2025-12-31T23:59:59Z"),
                        Instant.parse("2027-01-01T00:00:00Z"));
        assertRefused("does not stand under its root", insurance.peer(), early);
    }

    @Test
    void refuses_another_channel() {
        Refusals.assertRefused(
                ReceiptException.class,
                "the call went to channel bills, not payments",
                () -> reading.receipt(insurance.peer(), hospital.peer()).check(roots, "payments"));
        assertRefused("the call went to channel other", reading.onChannel("other"));
    }

    @Test
    void refuses_another_chaincode() {
        assertRefused("the call went to chaincode mine", new TestReading().askingChaincode("mine"));
        assertRefused(
                "the answer is chaincode mine's", new TestReading().answeredByChaincode("mine"));
    }

    @Test
    void refuses_another_function() {
        assertRefused(
                "not to prove a share or a batch", reading.calling("status", TestReading.INDEX));
        assertRefused(
                "not to prove a share or a batch", reading.calling("prove", TestReading.INDEX));
    }

    @Test
    void refuses_the_answer_to_another_call() {
        TestReading other = new TestReading().calling("prove", TestReading.INDEX, "basic", "C-2");
        ByteString payload = other.payload();
        assertRefused("the answer is to another call", ofParts(reading.proposal(false), payload));
    }

    @Test
    void refuses_an_answer_about_another_bill_payer_or_claim() {
        String other = "2e".repeat(32);
        assertRefused(
                "speaks of something else",
                reading.answering(TestReading.bill(other, "basic", "C-1")));
        assertRefused(
                "speaks of something else",
                reading.answering(TestReading.bill(TestReading.INDEX, "serious", "C-1")));
        assertRefused(
                "speaks of something else",
                reading.answering(TestReading.bill(TestReading.INDEX, "basic", "C-2")));
    }

    @Test
    void refuses_an_answer_that_is_no_canonical_json() {
        assertRefused("the answer is malformed", reading.answering("{ }"));
        assertRefused("the answer is malformed", reading.answering(Json.object().end()));
    }

    @Test
    void refuses_a_refusal() {
        assertRefused("the registry refused: status 500", reading.refusing());
    }

    @Test
    void refuses_a_call_that_writes() {
        assertRefused("a call that writes", reading.writing());
    }

    @Test
    void refuses_a_key_that_is_not_there_or_was_not_read() {
        assertRefused("the ledger has no bill/", new TestReading().readingNothing());
        assertRefused(
                "was not read from bill/",
                new TestReading().readingOnly("bill/" + "2e".repeat(32)));
    }

    @Test
    void refuses_one_organisation_twice() {
        TestPeer second =
                insurance.issue("peer+second", TestOrganisation.FROM, TestOrganisation.UNTIL);
        assertRefused("both endorsements are of InsuranceMSP", insurance.peer(), insurance.peer());
        assertRefused("both endorsements are of InsuranceMSP", insurance.peer(), second);
    }

    @Test
    void refuses_an_answer_without_insurance() {
        assertRefused("do not suffice", hospital.peer(), finance.peer());
    }

    @Test
    void refuses_insurance_with_a_stranger() {
        TestOrganisation stranger = TestOrganisation.of("StrangerMSP");
        Refusals.assertRefused(
                ReceiptException.class,
                "do not suffice",
                () ->
                        reading.receipt(insurance.peer(), stranger.peer())
                                .check(roots(insurance, stranger), CHANNEL));
        assertRefused("no roots of StrangerMSP are known", insurance.peer(), stranger.peer());
    }

    @Test
    void refuses_one_endorsement_and_three() {
        ByteString payload = reading.payload();
        Endorsement one = insurance.peer().endorse(payload);
        assertThrows(
                FieldException.class,
                () -> Receipt.of(reading.proposal(false), payload, List.of(one)));
        assertThrows(
                FieldException.class,
                () -> Receipt.of(reading.proposal(false), payload, List.of(one, one, one)));
    }

    @Test
    void refuses_whoever_is_no_peer() {
        for (String unit : List.of("client", "admin", "orderer", "peer+client", "nobody")) {
            TestPeer other = hospital.issue(unit, TestOrganisation.FROM, TestOrganisation.UNTIL);
            assertRefused("is no peer", insurance.peer(), other);
        }
    }

    @Test
    void refuses_a_peer_under_another_organisations_name() {
        assertRefused(
                "does not stand under its root",
                insurance.peer(),
                insurance.peer().as("HospitalMSP"));
    }

    @Test
    void refuses_a_root_of_the_same_name_with_another_key() {
        // The forged authority has the true one's subject: only its key differs.
        TestOrganisation forged = new TestOrganisation("HospitalMSP", "ca.HospitalMSP ");
        assertRefused("does not stand under its root", insurance.peer(), forged.peer());
    }

    @Test
    void refuses_the_signature_with_a_high_s() {
        ByteString payload = reading.payload();
        assertRefused(
                "a signature of HospitalMSP does not verify",
                reading.receipt(
                        List.of(
                                insurance.peer().endorse(payload),
                                hospital.peer().endorseHigh(payload))));
    }

    @Test
    void refuses_a_signature_that_is_no_der() {
        ByteString payload = reading.payload();
        Endorsement good = hospital.peer().endorse(payload);
        ByteString trailing = good.signature().concat(ByteString.copyFrom(new byte[1]));
        assertRefused(
                "a signature of HospitalMSP is malformed",
                reading.receipt(
                        List.of(
                                insurance.peer().endorse(payload),
                                new Endorsement(good.endorser(), trailing))));
    }

    @Test
    void refuses_every_flipped_bit_of_the_answer_and_the_signatures() throws Exception {
        ByteString proposal = reading.proposal(false);
        ByteString payload = reading.payload();
        Endorsement one = insurance.peer().endorse(payload);
        Endorsement other = hospital.peer().endorse(payload);
        for (int bit = 0; bit < payload.size() * 8; bit++) {
            ByteString flipped = flip(payload, bit);
            assertFails(() -> Receipt.of(proposal, flipped, List.of(one, other)));
        }
        for (int bit = 0; bit < one.signature().size() * 8; bit++) {
            Endorsement flipped = new Endorsement(one.endorser(), flip(one.signature(), bit));
            assertFails(() -> Receipt.of(proposal, payload, List.of(flipped, other)));
        }
        for (int bit = 0; bit < other.signature().size() * 8; bit++) {
            Endorsement flipped = new Endorsement(other.endorser(), flip(other.signature(), bit));
            assertFails(() -> Receipt.of(proposal, payload, List.of(one, flipped)));
        }
    }

    @Test
    void refuses_a_flipped_bit_in_any_byte() {
        ByteString bytes =
                ByteString.copyFrom(reading.receipt(insurance.peer(), hospital.peer()).bytes());
        for (int at = 0; at < bytes.size(); at++) {
            byte[] flipped = flip(bytes, 8 * at + at % 8).toByteArray();
            assertFails(() -> Receipt.parse(flipped));
        }
    }

    @Test
    void refuses_another_spelling() {
        byte[] bytes = reading.receipt(insurance.peer(), hospital.peer()).bytes();
        assertThrows(
                FieldException.class, () -> Receipt.parse(Arrays.copyOf(bytes, bytes.length + 1)));
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThrows(FieldException.class, () -> Receipt.parse(bytes(text + "\n")));
        assertThrows(
                FieldException.class, () -> Receipt.parse(bytes(text.replaceFirst("=\"", "\""))));
    }

    private static ByteString flip(ByteString bytes, int bit) {
        byte[] flipped = bytes.toByteArray();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return ByteString.copyFrom(flipped);
    }

    private void assertFails(Callable<Receipt> receipt) {
        assertThrows(Exception.class, () -> receipt.call().check(roots, CHANNEL));
    }

    private ByteString envelope() throws Exception {
        Proposal proposal = Proposal.parseFrom(reading.proposal(false));
        ByteString payload = reading.payload();
        ChaincodeEndorsedAction.Builder action =
                ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(payload);
        for (TestPeer peer : List.of(insurance.peer(), hospital.peer())) {
            Endorsement endorsement = peer.endorse(payload);
            action.addEndorsements(
                    org.hyperledger.fabric.protos.peer.Endorsement.newBuilder()
                            .setEndorser(endorsement.endorser())
                            .setSignature(endorsement.signature()));
        }
        ChaincodeActionPayload called =
                ChaincodeActionPayload.newBuilder()
                        .setChaincodeProposalPayload(proposal.getPayload())
                        .setAction(action)
                        .build();
        Transaction transaction =
                Transaction.newBuilder()
                        .addActions(
                                TransactionAction.newBuilder().setPayload(called.toByteString()))
                        .build();
        return Envelope.newBuilder()
                .setPayload(
                        Payload.newBuilder()
                                .setHeader(Header.parseFrom(proposal.getHeader()))
                                .setData(transaction.toByteString())
                                .build()
                                .toByteString())
                .build()
                .toByteString();
    }

    private Receipt ofParts(ByteString proposal, ByteString payload) {
        List<Endorsement> endorsements =
                List.of(insurance.peer().endorse(payload), hospital.peer().endorse(payload));
        try {
            return Receipt.of(proposal, payload, endorsements);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProvedValue check(Receipt receipt) throws ReceiptException {
        return receipt.check(roots, CHANNEL);
    }

    private void assertRefused(String reason, TestReading changed) {
        assertRefused(reason, changed.receipt(insurance.peer(), hospital.peer()));
    }

    private void assertRefused(String reason, TestPeer one, TestPeer other) {
        assertRefused(reason, reading.receipt(one, other));
    }

    private void assertRefused(String reason, Receipt receipt) {
        Refusals.assertRefused(ReceiptException.class, reason, () -> check(receipt));
    }

    private static OrganisationRoots roots(TestOrganisation... organisations) {
        return TestRoots.of(organisations);
    }

    private static String text(Receipt receipt) {
        return new String(receipt.bytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
