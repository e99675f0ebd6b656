package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Hospital;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** A bill and its paper are one, whichever comes first. */
class ExchangeTest {
    private final Channel channel = new Channel();
    private final Hospital hospital = channel.hospital();
    private final Opening bill = hospital.bill(1, 1000);
    private final SealedBatch batch = channel.anchor(bill);
    private final Opening paper = hospital.paper(1, bill);
    private final SealedBatch paperBatch = channel.anchor(paper);
    private final SealedBatch red = channel.anchor(hospital.red(2, bill));

    ExchangeTest() throws Exception {}

    @Test
    void writes_the_papers_place_as_an_alias_of_the_bill() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        Json.Members answer = channel.exchange(paperBatch);
        assertEquals("EXCHANGED", text(answer, "outcome"));
        assertEquals(channel.index(paper), text(answer, "index"));
        assertEquals(channel.index(bill), text(answer, "aliasOf"));
        assertEquals("ALIAS", text(channel.bill(paper), "state"));
        assertEquals(channel.index(bill), text(channel.bill(paper), "aliasOf"));
        assertEquals(List.of(), channel.shares(paper));
        assertEquals("ALREADY", text(channel.exchange(paperBatch), "outcome"));
    }

    @Test
    void a_claim_on_the_paper_is_a_claim_on_the_bill() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        channel.exchange(paperBatch);
        Refused.with(RefusalCode.OCCUPIED, () -> channel.hold(paperBatch, "basic", "C2", 1, 1));
        Json.Members held = channel.hold(paperBatch, "serious", "C2", 1, 600);
        assertEquals(channel.index(bill), text(held, "index"));
        Refused.with(RefusalCode.EXCEEDED, () -> channel.hold(batch, "assistance", "C3", 1, 1));
        assertEquals(List.of("basic C1 HELD 400", "serious C2 HELD 600"), channel.shareLines(bill));
        assertEquals(held, channel.hold(paperBatch, "serious", "C2", 1, 600));
    }

    @Test
    void a_claim_on_the_paper_needs_no_exchange_before_it() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        channel.holdAndStamp(paperBatch, "serious", "C2", 1, 100);
        assertEquals("ALIAS", text(channel.bill(paper), "state"));
        assertEquals("ALREADY", text(channel.exchange(paperBatch), "outcome"));
        assertEquals(
                List.of("basic C1 HELD 400", "serious C2 STAMPED 100"), channel.shareLines(bill));
    }

    @Test
    void every_call_by_index_follows_the_alias() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        channel.exchange(paperBatch);
        Json.Members stamped = channel.stamp(paper, "basic", "C1", 1, 300);
        assertEquals(channel.index(bill), text(stamped, "index"));
        assertEquals(stamped, channel.stamp(bill, "basic", "C1", 1, 300));
        channel.amend(paper, "basic", "C1", 1, 350);
        channel.revoke(paper, "basic", "C1", 1, 200);
        channel.recover(paper, "basic", "C1", 1, 50, "REPAID");
        channel.confirmed("writeOff", Item.writeOff(channel.index(paper), "basic", "C1", 1, 100));
        channel.hold(batch, "serious", "C2", 1, 1);
        channel.release(paper, "serious", "C2", 1);
        assertEquals(
                List.of(
                        "basic C1 REPAID 50",
                        "basic C1 WRITTEN_OFF 100",
                        "basic C1 RECOVERING 50",
                        "basic C1 STAMPED 150",
                        "serious C2 RELEASED 1"),
                channel.shareLines(bill));
        assertEquals(List.of(), channel.shares(paper));
    }

    @Test
    void one_call_does_not_name_a_bill_and_its_paper() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        channel.exchange(paperBatch);
        Refused.with(
                RefusalCode.REPEATED,
                () ->
                        channel.all(
                                Callers.claims("basic"),
                                Item.call(
                                        "stamp",
                                        Item.stamp(channel.index(bill), "basic", "C1", 1, 1),
                                        Item.stamp(channel.index(paper), "basic", "C1", 2, 1))));
        Refused.with(
                RefusalCode.REPEATED,
                () ->
                        channel.all(
                                Callers.claims("serious"),
                                Item.call(
                                        "hold",
                                        Item.hold(batch, 0, "serious", "C1", 1, 1),
                                        Item.hold(paperBatch, 0, "serious", "C2", 1, 1))));
    }

    @Test
    void a_second_paper_points_at_the_bill_too() throws Exception {
        channel.exchange(paperBatch);
        Opening second = hospital.paper(2, paper);
        SealedBatch secondBatch = channel.anchor(second);
        assertEquals(channel.index(bill), text(channel.exchange(secondBatch), "aliasOf"));
        Opening third = hospital.paper(3, bill);
        assertEquals(channel.index(bill), text(channel.exchange(channel.anchor(third)), "aliasOf"));
        channel.hold(batch, "basic", "C1", 1, 400);
        Refused.with(RefusalCode.OCCUPIED, () -> channel.hold(secondBatch, "basic", "C2", 1, 1));
    }

    @Test
    void a_paper_of_an_unknown_paper_waits() throws Exception {
        SealedBatch second = channel.anchor(hospital.paper(2, paper));
        Refused.with(RefusalCode.WAITS, () -> channel.exchange(second));
        channel.exchange(paperBatch);
        assertEquals("EXCHANGED", text(channel.exchange(second), "outcome"));
    }

    @Test
    void a_paper_that_comes_first_opens_its_bill_and_waits_for_it() throws Exception {
        channel.exchange(paperBatch);
        assertEquals("EXCHANGED", text(channel.bill(bill), "provenance"));
        Refused.with(RefusalCode.WAITS, () -> channel.hold(paperBatch, "basic", "C1", 1, 400));
        channel.hold(batch, "basic", "C1", 1, 400);
        assertEquals("ISSUED", text(channel.bill(bill), "provenance"));
        assertEquals(bill.fingerprint().hex(), text(channel.bill(bill), "fingerprint"));
        assertEquals("HELD", text(channel.hold(paperBatch, "serious", "C2", 1, 600), "outcome"));
    }

    @Test
    void a_paper_does_not_lead_around_what_its_bill_waits_for() throws Exception {
        Opening replacing = hospital.replacing(3, bill, 900);
        SealedBatch replacement = channel.anchor(replacing);
        SealedBatch itsPaper = channel.anchor(hospital.paper(9, replacing));
        channel.holdAndStamp(batch, "basic", "C1", 1, 400);
        channel.exchange(itsPaper);
        Refused.with(RefusalCode.WAITS, () -> channel.hold(itsPaper, "basic", "C2", 1, 1));
        channel.attest(replacement, "commercial", "C3", 1);
        Refused.with(RefusalCode.WAITS, () -> channel.hold(itsPaper, "basic", "C2", 1, 1));
        channel.reverse(red);
        Refused.with(RefusalCode.WAITS, () -> channel.hold(itsPaper, "basic", "C2", 1, 1));
        channel.net(replacement, "basic", "C1", 1, 300);
        assertEquals("HELD", text(channel.hold(itsPaper, "serious", "C2", 1, 1), "outcome"));
    }

    @Test
    void a_red_bill_of_the_bill_takes_both_back() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        channel.exchange(paperBatch);
        channel.reverse(red);
        Refused.with(RefusalCode.REVERSED, () -> channel.hold(paperBatch, "serious", "C2", 1, 1));
    }

    @Test
    void a_red_bill_of_the_paper_takes_the_one_bill_back_once() throws Exception {
        channel.holdAndStamp(batch, "basic", "C1", 1, 400);
        channel.exchange(paperBatch);
        SealedBatch redOfPaper = channel.anchor(hospital.red(5, paper));
        assertEquals("REVERSED", text(channel.reverse(redOfPaper), "outcome"));
        assertEquals(List.of("basic C1 RECOVERING 400"), channel.shareLines(bill));
        assertEquals("ALREADY", text(channel.reverse(redOfPaper), "outcome"));
        assertEquals("NOT_COUNTED", text(channel.reverse(red), "outcome"));
        Refused.with(RefusalCode.REVERSED, () -> channel.hold(batch, "serious", "C2", 1, 1));
    }

    @Test
    void a_red_bill_of_the_paper_that_came_first_counts_once_the_paper_is_known() throws Exception {
        channel.holdAndStamp(batch, "basic", "C1", 1, 400);
        SealedBatch redOfPaper = channel.anchor(hospital.red(5, paper));
        assertEquals("AWAITING", text(channel.reverse(redOfPaper), "outcome"));
        channel.exchange(paperBatch);
        assertEquals(List.of("basic C1 RECOVERING 400"), channel.shareLines(bill));
    }

    @Test
    void red_bills_of_both_that_came_first_count_once() throws Exception {
        channel.reverse(red);
        channel.reverse(channel.anchor(hospital.red(5, paper)));
        assertEquals("EXCHANGED", text(channel.exchange(paperBatch), "outcome"));
        assertEquals(channel.index(red.bills().getFirst()), text(channel.bill(bill), "red"));
        Refused.with(RefusalCode.REVERSED, () -> channel.hold(batch, "basic", "C1", 1, 1));
        Refused.with(RefusalCode.REVERSED, () -> channel.hold(paperBatch, "basic", "C1", 1, 1));
    }

    @Test
    void another_content_of_the_paper_is_a_conflict_of_the_paper() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        channel.exchange(paperBatch);
        SealedBatch other = channel.anchor(hospital.otherContent(paper));
        assertEquals("CONFLICT", text(channel.exchange(other), "outcome"));
        assertEquals("CONFLICT", text(channel.exchange(other), "outcome"));
        assertEquals("CONFLICT", text(channel.bill(paper), "state"));
        assertEquals("OPEN", text(channel.bill(bill), "state"));
        Refused.with(RefusalCode.CONFLICT, () -> channel.hold(paperBatch, "serious", "C2", 1, 1));
        assertEquals("HELD", text(channel.hold(batch, "serious", "C2", 1, 1), "outcome"));
    }

    @Test
    void a_paper_under_another_bills_number_is_a_conflict_of_that_bill() throws Exception {
        Opening fiscal =
                hospital.bill(
                        new BillId(BillId.Kind.FISCAL, "99061226", "0000000001"),
                        700,
                        Optional.empty());
        SealedBatch fiscalBatch = channel.anchor(fiscal);
        channel.hold(fiscalBatch, "basic", "C1", 1, 1);
        assertEquals("CONFLICT", text(channel.exchange(paperBatch), "outcome"));
        assertEquals("CONFLICT", text(channel.bill(fiscal), "state"));
    }

    @Test
    void a_bill_under_a_papers_number_is_a_conflict_of_the_paper() throws Exception {
        channel.exchange(paperBatch);
        Opening fiscal =
                hospital.bill(
                        new BillId(BillId.Kind.FISCAL, "99061226", "0000000001"),
                        700,
                        Optional.empty());
        SealedBatch fiscalBatch = channel.anchor(fiscal);
        assertEquals("CONFLICT", text(channel.hold(fiscalBatch, "basic", "C1", 1, 1), "outcome"));
        assertEquals("CONFLICT", text(channel.bill(paper), "state"));
    }

    @Test
    void a_paper_of_other_amounts_is_a_conflict_of_the_bill() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        Opening dearer =
                hospital.bill(
                        Hospital.paperId(7),
                        1001,
                        Optional.of(new Relation(Relation.Kind.EXCHANGES, bill.core().id())));
        SealedBatch dearerBatch = channel.anchor(dearer);
        assertEquals("CONFLICT", text(channel.exchange(dearerBatch), "outcome"));
        assertEquals("CONFLICT", text(channel.exchange(dearerBatch), "outcome"));
        assertEquals("CONFLICT", text(channel.bill(bill), "state"));
        Refused.with(RefusalCode.CONFLICT, () -> channel.stamp(bill, "basic", "C1", 1, 400));
    }

    @Test
    void a_bill_of_other_amounts_than_its_paper_is_a_conflict() throws Exception {
        SealedBatch dearer =
                channel.anchor(
                        hospital.bill(
                                Hospital.paperId(7),
                                1001,
                                Optional.of(
                                        new Relation(Relation.Kind.EXCHANGES, bill.core().id()))));
        channel.exchange(dearer);
        assertEquals("CONFLICT", text(channel.hold(batch, "basic", "C1", 1, 400), "outcome"));
        assertEquals("CONFLICT", text(channel.bill(bill), "state"));
    }

    @Test
    void another_issuers_paper_is_no_paper_of_the_bill() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        SealedBatch theirs =
                channel.anchor(channel.neighbour(), channel.neighbour().paper(4, bill));
        Refused.with(RefusalCode.BAD_OPENING, () -> channel.exchange(theirs));
        assertEquals("OPEN", text(channel.bill(bill), "state"));
    }

    @Test
    void only_a_fiscal_bill_is_exchanged_and_only_to_paper() throws Exception {
        SealedBatch noPaper =
                channel.anchor(hospital.related(6, Relation.Kind.EXCHANGES, bill, 1000));
        Refused.with(RefusalCode.BAD_OPENING, () -> channel.exchange(noPaper));
        Opening invoice =
                hospital.bill(
                        new BillId(BillId.Kind.ALL_DIGITAL, "", "26" + "0".repeat(18)),
                        1000,
                        Optional.empty());
        SealedBatch ofInvoice = channel.anchor(hospital.paper(8, invoice));
        Refused.with(RefusalCode.BAD_OPENING, () -> channel.exchange(ofInvoice));
        Refused.with(RefusalCode.BAD_REQUEST, () -> channel.exchange(batch));
        Opening itself =
                hospital.bill(
                        Hospital.paperId(9),
                        1000,
                        Optional.of(new Relation(Relation.Kind.EXCHANGES, Hospital.paperId(9))));
        SealedBatch itselfBatch = channel.anchor(itself);
        Refused.with(RefusalCode.BAD_OPENING, () -> channel.exchange(itselfBatch));
    }

    @Test
    void a_papers_number_is_judged_by_its_series() throws Exception {
        channel.openSeries("99061226", 100, 199, 1);
        Refused.with(RefusalCode.OFF_SERIES, () -> channel.exchange(paperBatch));
        SealedBatch inside = channel.anchor(hospital.paper(150, bill));
        assertEquals("EXCHANGED", text(channel.exchange(inside), "outcome"));
    }

    @Test
    void the_number_of_a_bill_that_a_paper_opens_is_judged_too() throws Exception {
        channel.openSeries("26", 100, 199, 1);
        Refused.with(RefusalCode.OFF_SERIES, () -> channel.exchange(paperBatch));
    }
}
