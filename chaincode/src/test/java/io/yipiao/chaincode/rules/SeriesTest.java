package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Numbers that Finance gave out, and bills judged by them. */
class SeriesTest {
    private static final String DONE = "{\"outcome\":\"DONE\"}";

    private final Channel channel = new Channel();

    SeriesTest() throws Exception {}

    @Test
    void are_kept_in_the_order_of_their_numbers() throws Exception {
        assertEquals(DONE, channel.openSeries("26", 100, 199, 1));
        assertEquals(DONE, channel.openSeries("26", 1, 50, 2));
        assertEquals(DONE, channel.openSeries("26", 51, 99, 1));
        List<String> firsts =
                channel.value("series/99060226").items("ranges").objects("ranges").stream()
                        .map(range -> text(range, "from"))
                        .toList();
        assertEquals(List.of("0000000001", "0000000051", "0000000100"), firsts);
    }

    @Test
    void are_given_once() throws Exception {
        channel.openSeries("26", 1, 50, 1);
        assertEquals("{\"outcome\":\"ALREADY\"}", channel.openSeries("26", 1, 50, 1));
        assertEquals(DONE, channel.openSeries("25", 1, 50, 2));
    }

    @Test
    void do_not_overlap() throws Exception {
        channel.openSeries("26", 100, 199, 1);
        for (long[] range : new long[][] {{100, 199}, {1, 100}, {199, 300}, {150, 160}, {1, 900}}) {
            Refused.with(
                    RefusalCode.OVERLAP,
                    "issuer 1 has the numbers 0000000100 to 0000000199",
                    () -> channel.openSeries("26", range[0], range[1], 2));
        }
        Refused.with(RefusalCode.OVERLAP, () -> channel.openSeries("26", 100, 200, 1));
    }

    @Test
    void are_well_formed_and_of_an_enrolled_issuer() {
        Refused.with(RefusalCode.BAD_REQUEST, () -> channel.openSeries("26", 2, 1, 1));
        Refused.with(RefusalCode.BAD_REQUEST, () -> channel.openSeries("9906022", 1, 2, 1));
        Refused.with(RefusalCode.UNKNOWN_ISSUER, () -> channel.openSeries("26", 1, 2, 9));
        Json.Members arguments = Channel.range("26", 1, 2, 1);
        Refused.with(
                RefusalCode.FORBIDDEN,
                () ->
                        channel.ledger()
                                .submit(
                                        Callers.admin(Callers.INSURANCE),
                                        Call.of("openSeries").with(arguments)));
    }

    @Test
    void without_any_every_number_is_good() throws Exception {
        assertHeld(channel.anchor(channel.hospital().bill(1, 1000)));
    }

    @Test
    void a_number_outside_its_issuers_series_is_refused() throws Exception {
        channel.openSeries("26", 100, 199, 1);
        assertHeld(channel.anchor(channel.hospital().bill(100, 1000)));
        assertHeld(channel.anchor(channel.hospital().bill(199, 1000)));
        SealedBatch before = channel.anchor(channel.hospital().bill(99, 1000));
        SealedBatch after = channel.anchor(channel.hospital().bill(200, 1000));
        Refused.with(RefusalCode.OFF_SERIES, () -> channel.hold(before, "basic", "C1", 1, 1));
        Refused.with(RefusalCode.OFF_SERIES, () -> channel.attest(after, "basic", "C1", 1));
    }

    @Test
    void a_number_that_was_given_to_another_is_refused() throws Exception {
        channel.openSeries("26", 100, 199, 1);
        SealedBatch theirs =
                channel.anchor(channel.neighbour(), channel.neighbour().bill(150, 1000));
        Refused.with(RefusalCode.OFF_SERIES, () -> channel.hold(theirs, "basic", "C1", 1, 1));
        SealedBatch own = channel.anchor(channel.hospital().bill(150, 1000));
        assertHeld(own);
        // Nor can it put the true one into conflict.
        Refused.with(RefusalCode.OFF_SERIES, () -> channel.hold(theirs, "basic", "C1", 1, 1));
        assertEquals("OPEN", text(channel.bill(channel.hospital().bill(150, 1000)), "state"));
    }

    @Test
    void an_issuer_without_series_uses_what_nobody_was_given() throws Exception {
        channel.openSeries("26", 100, 199, 1);
        assertHeld(channel.anchor(channel.neighbour(), channel.neighbour().bill(7, 1000)));
    }

    @Test
    void what_was_opened_before_stays_good() throws Exception {
        Opening bill = channel.hospital().bill(7, 1000);
        SealedBatch batch = channel.anchor(bill);
        channel.hold(batch, "basic", "C1", 1, 1);
        channel.openSeries("26", 100, 199, 1);
        assertEquals("HELD", text(channel.hold(batch, "serious", "C2", 1, 1), "outcome"));
        assertEquals("HELD", text(channel.hold(batch, "basic", "C1", 1, 1), "outcome"));
    }

    @Test
    void judge_a_bill_that_replaces_too() throws Exception {
        Opening bill = channel.hospital().bill(150, 1000);
        channel.holdAndStamp(channel.anchor(bill), "basic", "C1", 1, 500);
        channel.reverse(channel.anchor(channel.hospital().red(151, bill)));
        channel.openSeries("26", 100, 199, 1);
        SealedBatch outside = channel.anchor(channel.hospital().replacing(200, bill, 900));
        Refused.with(RefusalCode.OFF_SERIES, () -> channel.net(outside, "basic", "C1", 1, 400));
        SealedBatch inside = channel.anchor(channel.hospital().replacing(152, bill, 900));
        assertEquals("STAMPED", text(channel.net(inside, "basic", "C1", 1, 400), "outcome"));
    }

    @Test
    void a_red_bill_is_a_fact_whatever_its_number() throws Exception {
        Opening bill = channel.hospital().bill(150, 1000);
        channel.hold(channel.anchor(bill), "basic", "C1", 1, 500);
        channel.openSeries("26", 100, 199, 1);
        SealedBatch red = channel.anchor(channel.hospital().red(200, bill));
        assertEquals("REVERSED", text(channel.reverse(red), "outcome"));
    }

    @Test
    void bills_of_the_tax_office_have_none() throws Exception {
        channel.openSeries("26", 100, 199, 1);
        BillId invoice = BillId.of(BillId.Kind.ALL_DIGITAL, "", "26" + "0".repeat(18));
        assertHeld(channel.anchor(channel.hospital().bill(invoice, 1000, Optional.empty())));
    }

    private void assertHeld(SealedBatch batch) throws Exception {
        assertEquals("HELD", text(channel.hold(batch, "basic", "C1", 1, 1), "outcome"));
    }
}
