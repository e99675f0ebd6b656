package io.yipiao.chaincode.rules;

import static io.yipiao.chaincode.fixture.Channel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Item;
import io.yipiao.chaincode.fixture.MemoryLedger;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.fixture.Simulation;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/**
 * The key {@code rules}: every write reads it, and it tells a wrong index key from the right one.
 */
class RulesTest {
    private static final Caller ADMIN = Callers.admin(Callers.INSURANCE);
    private static final IndexKeys WRONG =
            IndexKeys.of(Map.of("25", Channel.key(25), "26", Channel.key(99)));

    private final Channel channel = new Channel();
    private final Opening bill = channel.hospital().bill(1, 1000);
    private final SealedBatch batch = channel.anchor(bill);
    private final SealedBatch red = channel.anchor(channel.hospital().red(2, bill));

    private final SealedBatch paper = channel.anchor(channel.hospital().paper(1, bill));
    private final SealedBatch replacement =
            channel.anchor(channel.hospital().replacing(5, bill, 900));

    RulesTest() throws Exception {}

    @Test
    void every_write_reads_them() {
        Caller basic = Callers.claims("basic");
        Caller intake = Callers.intake(Callers.HOSPITAL);
        String index = channel.index(bill);
        reads(intake, batch.anchor());
        reads(intake, Item.call("reverse", Item.reverse(red, 0)));
        reads(intake, Item.call("exchange", Item.reverse(paper, 0)));
        reads(basic, Item.call("hold", Item.hold(batch, 0, "basic", "C1", 1, 1)));
        reads(basic, Item.call("holdAndStamp", Item.holdAndStamp(batch, 0, "basic", "C1", 1, 1)));
        reads(basic, Item.call("stamp", Item.stamp(index, "basic", "C1", 1, 1)));
        reads(basic, Item.call("release", Item.release(index, "basic", "C1", 1)));
        reads(basic, Item.call("amend", Item.stamp(index, "basic", "C1", 1, 1)));
        reads(basic, Item.call("revoke", Item.revoke(index, "basic", "C1", 1, 1)));
        reads(basic, Item.call("recover", Item.recover(index, "basic", "C1", 1, 1, "REPAID")));
        reads(basic, Item.call("attest", Item.attest(batch, 0, "basic", "C1", 1)));
        reads(basic, Item.call("net", Item.net(replacement, 0, "basic", "C1", 1, 1)));
        reads(ADMIN, Call.of("writeOff").with(Item.writeOff(index, "basic", "C1", 1, 1)));
        reads(ADMIN, Call.of("enrolIssuer").with(channel.hospital().enrolment()));
        reads(ADMIN, Call.of("enrolPayer").with(Channel.payer("new", "BASIC")));
        reads(ADMIN, Call.of("revokeKey").with(key()));
        reads(ADMIN, Call.of("suspendKey").with(key()));
        reads(intake, Call.of("rotateKey").with(channel.hospital().rotation(1, 1)));
        reads(
                Callers.admin(Callers.FINANCE),
                Call.of("openSeries").with(Channel.range("26", 1, 9, 1)));
        reads(ADMIN, Call.of("setRules").with(Channel.rules(Channel.KEYS, "26")));
    }

    @Test
    void nothing_is_written_before_them() {
        MemoryLedger empty = new MemoryLedger(Channel.KEYS);
        Caller intake = Callers.intake(Callers.HOSPITAL);
        Refused.with(RefusalCode.NO_RULES, () -> empty.submit(intake, batch.anchor()));
        Refused.with(
                RefusalCode.NO_RULES,
                () -> empty.submit(ADMIN, Call.of("enrolPayer").with(Channel.payer("p", "BASIC"))));
        Refused.with(
                RefusalCode.NO_RULES, () -> empty.submit(ADMIN, Call.of("suspendKey").with(key())));
    }

    @Test
    void may_learn_the_key_of_a_further_year() throws Exception {
        IndexKeys more = IndexKeys.of(Map.of("27", Channel.key(27)));
        channel.confirmed("setRules", Channel.rules(more, "27"));
        Json.Members checks = channel.value("rules").object("indexKeys");
        assertEquals(List.of("25", "26", "27"), List.copyOf(checks.values().keySet()));
        assertEquals(2, channel.value("rules").whole("version"));
    }

    @Test
    void never_change_the_key_of_a_year() {
        Refused.with(
                RefusalCode.BAD_REQUEST,
                () -> channel.confirmed("setRules", Channel.rules(WRONG, "26")));
    }

    @Test
    void refuse_check_values_that_are_none() {
        for (String check : List.of("", "0123456789abcde", "0123456789ABCDEF")) {
            refusesRules("26", check);
        }
        refusesRules("2026", "0123456789abcdef");
    }

    @Test
    void are_answered_already_where_they_stand() throws Exception {
        Call call = Call.of("setRules").with(Channel.rules(Channel.KEYS, "25"));
        assertEquals("{\"outcome\":\"ALREADY\"}", channel.ledger().submit(ADMIN, call));
    }

    @Test
    void a_wrong_index_key_refuses_the_whole_call_before_anything_else() {
        Item good = Item.hold(batch, 0, "basic", "C1", 1, 1);
        Item unknown =
                Item.hold(
                        SealedBatch.of(channel.hospital(), channel.hospital().bill(9, 1)),
                        0,
                        "nobody",
                        "C1",
                        1,
                        1);
        refusesKey(Callers.claims("basic"), Item.call("hold", good));
        refusesKey(Callers.claims("basic"), Item.call("hold", unknown, good));
        refusesKey(Callers.claims("basic"), Item.call("hold", good, good));
        refusesKey(
                Callers.claims("basic"),
                Item.call("holdAndStamp", Item.holdAndStamp(batch, 0, "basic", "C1", 1, 1)));
        refusesKey(Callers.intake(Callers.HOSPITAL), Item.call("reverse", Item.reverse(red, 0)));
        refusesKey(
                Callers.nobody(Callers.HOSPITAL),
                Call.of("indexes").withSecret("identities", IdentityBytes.of(bill.core().id())));
    }

    @Test
    void an_endorser_without_the_key_of_a_year_is_refused_as_one_with_a_wrong_key() {
        Call call = Item.call("hold", Item.hold(batch, 0, "basic", "C1", 1, 1));
        Simulation simulation =
                channel.ledger()
                        .simulate(
                                Callers.claims("basic"),
                                call,
                                IndexKeys.of(Map.of("25", Channel.key(25))));
        assertEquals(RefusalCode.WRONG_KEY, simulation.refusal().orElseThrow().code());
    }

    @Test
    void a_wrong_key_of_another_year_does_no_harm() {
        IndexKeys keys = IndexKeys.of(Map.of("25", Channel.key(1), "26", Channel.key(26)));
        Call call = Item.call("hold", Item.hold(batch, 0, "basic", "C1", 1, 1));
        assertTrue(
                channel.ledger()
                        .simulate(Callers.claims("basic"), call, keys)
                        .answer()
                        .isPresent());
    }

    @Test
    void a_wrong_key_is_found_for_the_bill_that_is_replaced_too() throws Exception {
        Opening last = channel.hospital().bill(1, 10);
        Opening replacing = channel.hospital().replacing(3, last, 10);
        SealedBatch anchored = channel.anchor(replacing);
        assertEquals(
                "WAITS",
                channel.ledger()
                        .simulate(
                                Callers.claims("basic"),
                                Item.call("hold", Item.hold(anchored, 0, "basic", "C1", 1, 1)))
                        .refusal()
                        .orElseThrow()
                        .code()
                        .name());
        refusesKey(
                Callers.claims("basic"),
                Item.call("hold", Item.hold(anchored, 0, "basic", "C1", 1, 1)));
    }

    @Test
    void a_stamp_needs_no_index_key() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 1);
        Call call = Item.call("stamp", Item.stamp(channel.index(bill), "basic", "C1", 1, 1));
        Simulation simulation = channel.ledger().simulate(Callers.claims("basic"), call, WRONG);
        assertTrue(simulation.answer().isPresent(), text(channel.bill(bill), "state"));
    }

    private void refusesKey(Caller caller, Call call) {
        Simulation simulation = channel.ledger().simulate(caller, call, WRONG);
        assertEquals(
                RefusalCode.WRONG_KEY, simulation.refusal().orElseThrow().code(), call.function());
    }

    private void refusesRules(String year, String check) {
        Json.Members keys = Json.object().put(year, check).end();
        Call call = Call.of("setRules").with(Json.object().put("indexKeys", keys).end());
        Refused.with(RefusalCode.BAD_REQUEST, () -> channel.ledger().submit(ADMIN, call));
    }

    private void reads(Caller caller, Call call) {
        assertEquals(
                1, channel.ledger().simulate(caller, call).reads().get("rules"), call.function());
    }

    private static Json.Members key() {
        return Json.object().put("issuer", 1).put("keySeq", 1).end();
    }
}
