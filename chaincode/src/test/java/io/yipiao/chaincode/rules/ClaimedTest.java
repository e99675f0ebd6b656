package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Hospital;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Bills issued elsewhere, on a payer's word, until an issuer's own word of them is seen. */
class ClaimedTest {
    private final Channel channel = new Channel();
    private final Hospital hospital = channel.hospital();
    private final Opening claimed = Hospital.ELSEWHERE.bill(1, 1000);
    private final Opening issued = hospital.bill(1, 1000);

    ClaimedTest() throws Exception {}

    @Test
    void is_opened_by_a_payer_without_a_batch() throws Exception {
        Json.Members answer = hold(claimed, "basic", "C1", 400);
        assertEquals("HELD", text(answer, "outcome"));
        assertEquals("CLAIMED", text(channel.bill(claimed), "provenance"));
        assertEquals(answer, hold(claimed, "basic", "C1", 400));
        channel.stamp(claimed, "basic", "C1", 1, 300);
        assertEquals(List.of("basic C1 STAMPED 300"), channel.shareLines(claimed));
    }

    @Test
    void is_one_bill_for_all_payers_who_say_the_same() throws Exception {
        hold(claimed, "basic", "C1", 400);
        Opening anothers = Hospital.ELSEWHERE.otherContent(claimed);
        Refused.with(RefusalCode.OCCUPIED, () -> hold(anothers, "basic2", "C2", 1));
        Refused.with(RefusalCode.EXCEEDED, () -> hold(anothers, "serious", "C2", 601));
        hold(anothers, "serious", "C2", 600);
        Opening mistyped = Hospital.ELSEWHERE.bill(1, 1001);
        Refused.with(RefusalCode.CONFLICT, () -> hold(mistyped, "assistance", "C3", 1));
        assertEquals("OPEN", text(channel.bill(claimed), "state"));
    }

    @Test
    void is_never_inside_a_series_of_this_ledger() throws Exception {
        channel.openSeries("26", 1, 99, 1);
        Refused.with(RefusalCode.IN_SERIES, () -> hold(claimed, "basic", "C1", 400));
        hold(Hospital.ELSEWHERE.bill(100, 1000), "basic", "C1", 400);
    }

    @Test
    void a_retry_is_answered_also_once_its_series_is_opened() throws Exception {
        Json.Members first = hold(claimed, "basic", "C1", 400);
        channel.openSeries("26", 1, 99, 1);
        assertEquals(first, hold(claimed, "basic", "C1", 400));
    }

    @Test
    void names_no_issuer_of_this_ledger_and_no_other_bill() {
        Refused.with(RefusalCode.BAD_OPENING, () -> hold(issued, "basic", "C1", 400));
        Opening red = Hospital.ELSEWHERE.red(2, claimed);
        Refused.with(RefusalCode.BAD_OPENING, () -> hold(red, "basic", "C1", 400));
        Refused.with(
                RefusalCode.BAD_REQUEST,
                () -> channel.confirmed("enrolIssuer", Hospital.ELSEWHERE.enrolment()));
        Refused.with(
                RefusalCode.FORBIDDEN,
                () ->
                        channel.one(
                                Callers.intake(Callers.HOSPITAL),
                                Item.call("hold", Item.claimed(claimed, "basic", "C1", 1, 4))));
    }

    @Test
    void its_issuers_content_promotes_it_and_keeps_its_shares() throws Exception {
        hold(claimed, "basic", "C1", 400);
        SealedBatch batch = channel.anchor(issued);
        Refused.with(RefusalCode.OCCUPIED, () -> channel.hold(batch, "basic", "C2", 1, 1));
        channel.hold(batch, "serious", "C2", 1, 600);
        assertEquals("ISSUED", text(channel.bill(issued), "provenance"));
        assertEquals(issued.fingerprint().hex(), text(channel.bill(issued), "fingerprint"));
        assertEquals(
                List.of("basic C1 HELD 400", "serious C2 HELD 600"), channel.shareLines(issued));
        Refused.with(RefusalCode.EXCEEDED, () -> hold(claimed, "assistance", "C3", 1));
        assertEquals("HELD", text(hold(claimed, "basic", "C1", 400), "outcome"));
    }

    @Test
    void an_issuers_content_of_lower_amounts_is_a_conflict_and_the_excess_is_owed()
            throws Exception {
        hold(claimed, "basic", "C1", 400);
        channel.stamp(claimed, "basic", "C1", 1, 400);
        hold(claimed, "serious", "C2", 300);
        hold(claimed, "assistance", "C3", 100);
        SealedBatch batch = channel.anchor(hospital.bill(1, 350));
        assertEquals("CONFLICT", text(channel.hold(batch, "commercial", "C4", 1, 1), "outcome"));
        Json.Members bill = channel.bill(issued);
        assertEquals("CONFLICT", text(bill, "state"));
        assertEquals("350", text(bill, "claimable"));
        assertEquals("1000", text(bill.object("other"), "claimable"));
        assertEquals(
                List.of(
                        "basic C1 RECOVERING 50",
                        "basic C1 STAMPED 350",
                        "serious C2 RELEASED 300",
                        "assistance C3 RELEASED 100"),
                channel.shareLines(issued));
    }

    @Test
    void a_claimed_bill_that_turns_out_to_replace_another_is_a_conflict() throws Exception {
        Opening original = hospital.bill(7, 1000);
        channel.holdAndStamp(channel.anchor(original), "basic", "C1", 1, 500);
        hold(claimed, "basic", "C2", 400);
        SealedBatch batch = channel.anchor(hospital.replacing(1, original, 1000));
        assertEquals("CONFLICT", text(channel.hold(batch, "serious", "C3", 1, 1), "outcome"));
    }

    @Test
    void a_red_bill_waits_until_the_issuer_is_known() throws Exception {
        hold(claimed, "basic", "C1", 400);
        channel.stamp(claimed, "basic", "C1", 1, 400);
        SealedBatch red = channel.anchor(hospital.red(2, issued));
        assertEquals("AWAITING", text(channel.reverse(red), "outcome"));
        assertEquals(List.of("basic C1 STAMPED 400"), channel.shareLines(claimed));
        Refused.with(RefusalCode.REVERSED, () -> hold(claimed, "serious", "C2", 1));
        SealedBatch batch = channel.anchor(issued);
        assertEquals("CONFLICT", text(channel.hold(batch, "serious", "C2", 1, 1), "outcome"));
        assertEquals(List.of("basic C1 RECOVERING 400"), channel.shareLines(claimed));
    }

    @Test
    void a_red_bill_that_waits_counts_with_the_paper_too() throws Exception {
        hold(claimed, "basic", "C1", 400);
        channel.reverse(channel.anchor(hospital.red(2, issued)));
        SealedBatch paper = channel.anchor(hospital.paper(1, issued));
        assertEquals("CONFLICT", text(channel.exchange(paper), "outcome"));
        assertEquals(List.of("basic C1 RELEASED 400"), channel.shareLines(issued));
    }

    @Test
    void another_issuers_red_bill_does_not_count_once_the_issuer_is_known() throws Exception {
        hold(claimed, "basic", "C1", 400);
        channel.reverse(channel.anchor(channel.neighbour(), channel.neighbour().red(2, issued)));
        SealedBatch batch = channel.anchor(issued);
        assertEquals("HELD", text(channel.hold(batch, "serious", "C2", 1, 1), "outcome"));
    }

    @Test
    void a_red_bill_before_it_keeps_it_from_being_held() throws Exception {
        channel.reverse(channel.anchor(hospital.red(2, issued)));
        Refused.with(RefusalCode.REVERSED, () -> hold(claimed, "basic", "C1", 400));
    }

    @Test
    void a_paper_that_was_claimed_comes_after_its_bill() throws Exception {
        Opening paperClaimed = Hospital.ELSEWHERE.bill(Hospital.paperId(1), 1000, Optional.empty());
        hold(paperClaimed, "basic2", "P1", 700);
        channel.stamp(paperClaimed, "basic2", "P1", 1, 700);
        hold(paperClaimed, "serious", "P2", 300);
        channel.stamp(paperClaimed, "serious", "P2", 1, 300);
        SealedBatch batch = channel.anchor(issued);
        channel.holdAndStamp(batch, "basic", "C1", 1, 900);
        SealedBatch paper = channel.anchor(hospital.paper(1, issued));
        assertEquals("EXCHANGED", text(channel.exchange(paper), "outcome"));
        assertEquals("ALIAS", text(channel.bill(paperClaimed), "state"));
        assertEquals(
                List.of(
                        "basic C1 STAMPED 900",
                        "basic2 P1 RECOVERING 700",
                        "serious P2 RECOVERING 200",
                        "serious P2 STAMPED 100"),
                channel.shareLines(issued));
        channel.recover(paperClaimed, "basic2", "P1", 1, 700, "REPAID");
    }

    @Test
    void a_claimed_paper_of_a_bill_that_was_taken_back_is_owed() throws Exception {
        Opening paperClaimed = Hospital.ELSEWHERE.bill(Hospital.paperId(1), 1000, Optional.empty());
        hold(paperClaimed, "basic2", "P1", 700);
        channel.stamp(paperClaimed, "basic2", "P1", 1, 600);
        hold(paperClaimed, "serious", "P2", 300);
        channel.hold(channel.anchor(issued), "basic", "C1", 1, 900);
        channel.reverse(channel.anchor(hospital.red(2, issued)));
        channel.exchange(channel.anchor(hospital.paper(1, issued)));
        assertEquals(
                List.of(
                        "basic C1 RELEASED 900",
                        "basic2 P1 RECOVERING 600",
                        "serious P2 RELEASED 300"),
                channel.shareLines(issued));
    }

    @Test
    void a_claimed_paper_of_a_bill_that_replaces_another_is_a_conflict() throws Exception {
        Opening original = hospital.bill(7, 1000);
        channel.holdAndStamp(channel.anchor(original), "basic", "C1", 1, 500);
        Opening replacing = hospital.replacing(8, original, 1000);
        channel.attest(channel.anchor(replacing), "commercial", "C2", 1);
        Opening paperClaimed = Hospital.ELSEWHERE.bill(Hospital.paperId(1), 1000, Optional.empty());
        hold(paperClaimed, "basic", "P1", 700);
        SealedBatch paper = channel.anchor(hospital.paper(1, replacing));
        assertEquals("CONFLICT", text(channel.exchange(paper), "outcome"));
        assertEquals("CONFLICT", text(channel.bill(replacing), "state"));
    }

    @Test
    void a_claimed_paper_of_other_amounts_is_a_conflict_of_its_bill() throws Exception {
        Opening paperClaimed = Hospital.ELSEWHERE.bill(Hospital.paperId(1), 900, Optional.empty());
        hold(paperClaimed, "basic", "P1", 700);
        SealedBatch paper = channel.anchor(hospital.paper(1, issued));
        assertEquals("CONFLICT", text(channel.exchange(paper), "outcome"));
        assertEquals("ALIAS", text(channel.bill(paperClaimed), "state"));
        assertEquals("CONFLICT", text(channel.bill(issued), "state"));
        assertEquals(List.of("basic P1 HELD 700"), channel.shareLines(issued));
    }

    @Test
    void the_paper_of_a_claimed_bill_promotes_it() throws Exception {
        hold(claimed, "basic", "C1", 400);
        SealedBatch paper = channel.anchor(hospital.paper(1, issued));
        assertEquals("EXCHANGED", text(channel.exchange(paper), "outcome"));
        assertEquals("EXCHANGED", text(channel.bill(issued), "provenance"));
        channel.hold(channel.anchor(issued), "serious", "C2", 1, 600);
        assertEquals("ISSUED", text(channel.bill(issued), "provenance"));
        assertTrue(channel.shareLines(issued).contains("basic C1 HELD 400"));
    }

    @Test
    void an_invoice_has_no_series_here() throws Exception {
        BillId id = BillId.of(BillId.Kind.ALL_DIGITAL, "", "26" + "0".repeat(18));
        hold(Hospital.ELSEWHERE.bill(id, 1000, Optional.<Relation>empty()), "basic", "C1", 400);
    }

    private Json.Members hold(Opening bill, String payer, String claim, long fen) throws Refusal {
        return channel.claims(payer, "hold", Item.claimed(bill, payer, claim, 1, fen));
    }
}
