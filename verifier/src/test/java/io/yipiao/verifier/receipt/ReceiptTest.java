package io.yipiao.verifier.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
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
import java.util.Arrays;
import java.util.List;

class ReceiptTest {
    private final TestChannel channel = new TestChannel();
    private final TestReading reading = new TestReading();

    @Test
    void proves_a_stamped_share() throws Exception {
        ProvedValue proved = channel.check(channel.receipt(reading));
        assertEquals("bill/" + TestReading.INDEX, proved.key());
        assertEquals(17, proved.block());
        assertEquals(3, proved.transaction());
        assertEquals(List.of("InsuranceMSP", "HospitalMSP"), proved.organisations());
        ProvedBill bill = (ProvedBill) proved.fact();
        assertEquals(BillState.OPEN, bill.state());
        assertEquals(ShareState.STAMPED, bill.share().orElseThrow().state());
    }

    @Test
    void proves_a_batch() throws Exception {
        String root = "4c".repeat(32);
        ProvedValue proved =
                channel.check(
                        TestReading.ofBatch(root)
                                .receipt(channel.insurance.peer(), channel.finance.peer()));
        assertEquals("batch/1/" + root, proved.key());
        assertEquals(new ProvedBatch(1, Digest.ofHex("root", root), 3, 1), proved.fact());
    }

    @Test
    void takes_either_partner_in_either_order() throws Exception {
        assertEquals(
                List.of("InsuranceMSP", "FinanceMSP"),
                channel.check(reading.receipt(channel.finance.peer(), channel.insurance.peer()))
                        .organisations());
    }

    @Test
    void reads_back_what_it_wrote() throws Exception {
        byte[] bytes = channel.receipt(reading).bytes();
        assertArrayEquals(bytes, Receipt.parse(bytes).bytes());
        assertEquals(17, channel.check(Receipt.parse(bytes)).block());
    }

    @Test
    void holds_no_transient_data() throws Exception {
        Receipt receipt = channel.receipt(reading);
        ByteString stripped = reading.proposal(false);
        assertFalse(stripped.toStringUtf8().contains("secret"));
        Receipt same =
                Receipt.of(
                        stripped,
                        reading.payload(),
                        List.of(
                                channel.insurance.peer().endorse(reading.payload()),
                                channel.hospital.peer().endorse(reading.payload())));
        assertArrayEquals(same.bytes(), receipt.bytes());
    }

    @Test
    void refuses_to_read_transient_data() throws Exception {
        String text = text(channel.receipt(reading));
        String secret =
                text.replace(
                        Base64Text.write(reading.proposal(false)),
                        Base64Text.write(reading.proposal(true)));
        Refusals.assertRefused(
                FieldException.class, "transient data", () -> Receipt.parse(bytes(secret)));
    }

    @Test
    void is_made_of_a_prepared_transaction() throws Exception {
        Receipt receipt = channel.receipt(reading);
        assertArrayEquals(receipt.bytes(), Receipt.ofTransaction(envelope()).bytes());
    }

    @Test
    void refuses_one_endorsement_and_three() {
        ByteString payload = reading.payload();
        Endorsement one = channel.insurance.peer().endorse(payload);
        assertThrows(
                FieldException.class,
                () -> Receipt.of(reading.proposal(false), payload, List.of(one)));
        assertThrows(
                FieldException.class,
                () -> Receipt.of(reading.proposal(false), payload, List.of(one, one, one)));
    }

    @Test
    void refuses_another_spelling() {
        byte[] bytes = channel.receipt(reading).bytes();
        assertThrows(
                FieldException.class, () -> Receipt.parse(Arrays.copyOf(bytes, bytes.length + 1)));
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThrows(FieldException.class, () -> Receipt.parse(bytes(text + "\n")));
        assertThrows(
                FieldException.class, () -> Receipt.parse(bytes(text.replaceFirst("=\"", "\""))));
    }

    private ByteString envelope() throws Exception {
        Proposal proposal = Proposal.parseFrom(reading.proposal(false));
        ByteString payload = reading.payload();
        ChaincodeEndorsedAction.Builder action =
                ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(payload);
        for (TestPeer peer : List.of(channel.insurance.peer(), channel.hospital.peer())) {
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

    private static String text(Receipt receipt) {
        return new String(receipt.bytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
