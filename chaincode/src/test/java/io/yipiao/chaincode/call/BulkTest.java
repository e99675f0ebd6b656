package io.yipiao.chaincode.call;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

class BulkTest {
    private final Channel channel = new Channel();
    private final Caller basic = Callers.claims("basic");
    private final Opening first = channel.hospital().bill(1, 1000);
    private final Opening second = channel.hospital().bill(2, 2000);
    private final SealedBatch batch = channel.anchor(channel.hospital(), first, second);

    BulkTest() throws Exception {}

    @Test
    void carries_each_item_out_in_order() throws Exception {
        List<Json.Members> answers =
                channel.all(basic, Item.call("hold", hold(1, "C1", 10), hold(0, "C2", 20)));
        assertEquals(channel.index(second), text(answers.get(0), "index"));
        assertEquals(channel.index(first), text(answers.get(1), "index"));
    }

    @Test
    void refuses_one_item_and_lets_the_others_through() throws Exception {
        List<Json.Members> answers =
                channel.all(basic, Item.call("hold", hold(0, "C1", 1001), hold(1, "C2", 20)));
        assertEquals("REFUSED", text(answers.get(0), "outcome"));
        assertEquals("EXCEEDED", text(answers.get(0), "code"));
        assertEquals("10.01 yuan are asked for, 10.00 are left", text(answers.get(0), "message"));
        assertEquals("HELD", text(answers.get(1), "outcome"));
        assertTrue(channel.ledger().value("bill/" + channel.index(first)).isEmpty());
    }

    @Test
    void fails_with_the_first_refusal_if_all_are_refused() {
        Refused.with(
                RefusalCode.EXCEEDED,
                () ->
                        channel.all(
                                basic,
                                Item.call(
                                        "hold",
                                        hold(0, "C1", 1001),
                                        Item.hold(batch, 1, "serious", "C2", 1, 1))));
    }

    @Test
    void refuses_whole_a_call_that_names_a_bill_twice() {
        refusesWhole("hold", hold(0, "C1", 10), hold(0, "C2", 10));
        refusesWhole("hold", hold(0, "C1", 10), hold(0, "C1", 10));
        String index = channel.index(first);
        refusesWhole(
                "stamp",
                Item.stamp(index, "basic", "C1", 1, 1),
                Item.stamp(index, "basic", "C2", 1, 1));
        refusesWhole(
                "release",
                Item.release(index, "basic", "C1", 1),
                Item.release(index, "basic", "C2", 1));
    }

    @Test
    void refuses_whole_a_call_that_names_a_bill_twice_under_two_roots() throws Exception {
        SealedBatch again = channel.anchor(channel.hospital(), second, first);
        refusesWhole("hold", hold(0, "C1", 10), Item.hold(again, 1, "basic", "C2", 1, 10));
    }

    @Test
    void refuses_whole_a_call_with_two_contents_of_a_bill() throws Exception {
        SealedBatch other = channel.anchor(channel.hospital().otherContent(first));
        refusesWhole("hold", hold(0, "C1", 10), Item.hold(other, 0, "basic", "C2", 1, 10));
    }

    @Test
    void keeps_nothing_that_a_refused_item_wrote_on_its_way() throws Exception {
        Opening unopened = channel.hospital().bill(5, 1000);
        channel.reverse(channel.anchor(channel.hospital().red(3, unopened)));
        SealedBatch replacing = channel.anchor(channel.hospital().replacing(4, unopened, 900));
        List<Json.Members> answers =
                channel.all(
                        basic,
                        Item.call(
                                "hold",
                                Item.hold(replacing, 0, "basic", "C1", 1, 901),
                                hold(0, "C2", 10)));
        assertEquals("EXCEEDED", text(answers.get(0), "code"));
        assertEquals("HELD", text(answers.get(1), "outcome"));
        assertFalse(channel.bill(unopened).has("replacedBy"));
    }

    @Test
    void shows_an_item_what_the_items_before_it_wrote() throws Exception {
        SealedBatch red = channel.anchor(channel.hospital().red(3, first));
        SealedBatch replacing = channel.anchor(channel.hospital().replacing(4, first, 900));
        channel.reverse(red);
        List<Json.Members> answers =
                channel.all(
                        basic,
                        Item.call(
                                "hold",
                                Item.hold(replacing, 0, "basic", "C1", 1, 900),
                                hold(0, "C2", 10)));
        assertEquals("HELD", text(answers.get(0), "outcome"));
        assertEquals("REVERSED", text(answers.get(1), "code"));
    }

    @Test
    void refuses_a_list_that_is_empty_too_long_or_none() {
        refuses(Call.of("hold").with(new Json.Items(List.of())));
        refuses(Call.of("hold").with("{}"));
        refuses(Call.of("hold").with("[1]"));
        refuses(Call.of("hold").with("[{}"));
        refuses(Call.of("hold"));
        Json.Members item = Item.release(channel.index(first), "basic", "C1", 1).record();
        Json.Items many = new Json.Items(Collections.nCopies(1001, item));
        Refused.with(
                RefusalCode.BAD_REQUEST,
                "1 to 1000",
                () -> channel.all(basic, Call.of("release").with(many)));
    }

    @Test
    void refuses_an_item_with_a_field_too_few_or_too_many() {
        String index = channel.index(first);
        Refused.with(
                RefusalCode.BAD_REQUEST,
                "items[0].n",
                () ->
                        channel.all(
                                basic,
                                Call.of("release")
                                        .with(
                                                "[{\"index\":\"%s\",\"payer\":\"basic\",\"claim\":\"C\"}]"
                                                        .formatted(index))));
        Refused.with(
                RefusalCode.BAD_REQUEST,
                "items[0].x",
                () ->
                        channel.all(
                                basic,
                                Call.of("release")
                                        .with(
                                                "[{\"index\":\"%s\",\"payer\":\"basic\",\"claim\":\"C\",\"n\":1,\"x\":1}]"
                                                        .formatted(index))));
    }

    private Item hold(int position, String claim, long fen) {
        return Item.hold(batch, position, "basic", claim, 1, fen);
    }

    private void refusesWhole(String function, Item... items) {
        Refused.with(RefusalCode.REPEATED, () -> channel.all(basic, Item.call(function, items)));
    }

    private void refuses(Call call) {
        Refused.with(RefusalCode.BAD_REQUEST, () -> channel.all(basic, call));
    }
}
