package io.yipiao.verifier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.verifier.receipt.ShareState;
import io.yipiao.verifier.receipt.TestOrganisation;
import io.yipiao.verifier.receipt.TestPeer;

import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

/** That each transaction's validity is computed anew, and compared with its flag. */
class TransactionAuditTest {
    private final TestLedger ledger = new TestLedger();

    @Test
    void names_a_good_transaction_that_is_flagged_invalid() {
        ledger.commit(
                ledger.anchor(TestLedger.batch(3)).flagged(TxValidationCode.MVCC_READ_CONFLICT));
        Found.only(
                ledger.audit(),
                BreachKind.FLAG,
                3,
                "its flag says MVCC_READ_CONFLICT, and it is VALID");
        assertEquals(3, ledger.audit().totals().leaves());
    }

    @Test
    void names_an_endorsement_that_is_missing() {
        ledger.commit(ledger.anchor(TestLedger.batch(3)).endorsedBy(ledger.insurancePeer));
        AuditReport report = ledger.audit();
        Found.only(
                report,
                BreachKind.FLAG,
                3,
                "what registry needs was not endorsed: good are InsuranceMSP's peer");
        assertEquals(0, report.totals().leaves());
    }

    @Test
    void agrees_with_a_flag_that_says_what_is_wrong() {
        ledger.commit(
                ledger.anchor(TestLedger.batch(3))
                        .endorsedBy(ledger.hospitalPeer, ledger.finance.peer())
                        .flagged(TxValidationCode.ENDORSEMENT_POLICY_FAILURE));
        AuditReport report = ledger.audit();
        Found.nothing(report);
        assertEquals(1, report.invalid());
    }

    @Test
    void counts_no_client_in_a_peers_place() {
        TestPeer other = TestLedger.as(ledger.hospital, "client");
        ledger.commit(ledger.anchor(TestLedger.batch(3)).endorsedBy(ledger.insurancePeer, other));
        Found.only(
                ledger.audit(),
                BreachKind.FLAG,
                3,
                "good are HospitalMSP's client and InsuranceMSP's peer");
    }

    @Test
    void counts_one_peer_once_and_no_forged_one() {
        ledger.commit(
                ledger.anchor(TestLedger.batch(3))
                        .endorsedBy(ledger.insurancePeer, ledger.insurancePeer));
        Found.only(ledger.audit(), BreachKind.FLAG, 3, "good are InsuranceMSP's peer");
        TestLedger second = new TestLedger();
        TestPeer forged = new TestOrganisation("HospitalMSP", "ca.HospitalMSP ").peer();
        second.commit(second.anchor(TestLedger.batch(3)).endorsedBy(second.insurancePeer, forged));
        Found.only(second.audit(), BreachKind.FLAG, 3, "does not stand under its root");
    }

    @Test
    void names_an_id_that_is_not_that_of_nonce_and_sender() {
        ledger.commit(ledger.anchor(TestLedger.batch(3)).calledItself("00".repeat(32)));
        Found.only(ledger.audit(), BreachKind.FLAG, 3, "BAD_PROPOSAL_TXID");
    }

    @Test
    void names_a_transaction_that_stands_in_two_blocks_or_twice_in_one() {
        TestTransaction once = ledger.anchor(TestLedger.batch(3));
        TestTransaction twice = ledger.call("nothing");
        ledger.commit(once);
        ledger.commit(once);
        ledger.commit(twice, twice);
        AuditReport report = ledger.audit();
        Found.inTransaction(report, BreachKind.FLAG, 4, "an earlier block has its id");
        assertEquals(2, report.breachCount(), report.breaches().toString());
        assertEquals("another of its block has its id", why(report, 1));
    }

    private static String why(AuditReport report, int breach) {
        String why = report.breaches().get(breach).why();
        return why.substring(why.lastIndexOf(": ") + 2);
    }

    @Test
    void names_a_transaction_that_read_what_was_changed_since() {
        ledger.commit(ledger.bill("hold", TestLedger.share("BASIC", "C-1", 100, "HELD")));
        String bill = "bill/" + TestLedger.INDEX;
        TestTransaction first =
                ledger.bill("stamp", TestLedger.share("BASIC", "C-1", 100, "STAMPED"))
                        .reading(bill, 3, 0);
        TestTransaction late =
                ledger.bill("release", TestLedger.share("BASIC", "C-1", 100, "RELEASED"))
                        .reading(bill, 3, 0);
        ledger.commit(first, late);
        AuditReport report = ledger.audit();
        assertEquals(1, report.breachCount(), report.breaches().toString());
        assertEquals(
                "it read bill/%s as of transaction 0 of block 3, which is of transaction 0 of block 4 by now"
                        .formatted(TestLedger.INDEX),
                why(report, 0));
        assertEquals(new ShareSum(1, 100), report.totals().shares().get(ShareState.STAMPED));
    }

    @Test
    void agrees_that_a_transaction_lost_its_race() {
        ledger.commit(
                ledger.call("nothing")
                        .reading("bill/none", 1, 0)
                        .flagged(TxValidationCode.MVCC_READ_CONFLICT),
                ledger.call("nothing").readingNothing("bill/none"));
        Found.nothing(ledger.audit());
    }

    @Test
    void names_a_sender_the_channel_does_not_know() {
        TestPeer stranger = TestLedger.as(TestOrganisation.of("StrangerMSP"), "client");
        ledger.commit(
                new TestTransaction(
                        "nothing", stranger, "once", ledger.insurancePeer, ledger.hospitalPeer));
        Found.only(
                ledger.audit(), BreachKind.FLAG, 3, "the channel has no organisation StrangerMSP");
    }

    @Test
    void names_a_call_of_a_chaincode_that_nobody_defined() {
        ledger.commit(ledger.call("anything").of("other"));
        Found.only(ledger.audit(), BreachKind.FLAG, 3, "no chaincode other is defined");
    }
}
