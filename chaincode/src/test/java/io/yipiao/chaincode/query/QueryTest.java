package io.yipiao.chaincode.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.yipiao.chaincode.fixture.Call;
import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.Hospital;
import io.yipiao.chaincode.fixture.Refused;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.fixture.Simulation;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.IdentityBytes;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.reader.JsonReader;
import io.yipiao.verifier.verdict.RefusalCode;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

class QueryTest {
    private static final Caller ANYBODY = Callers.nobody(Callers.FINANCE);

    private final Channel channel = new Channel();
    private final Opening bill = channel.hospital().bill(1, 1000);
    private final SealedBatch batch = channel.anchor(bill);
    private final String index = channel.index(bill);
    private final String unknown = "0".repeat(64);

    QueryTest() throws Exception {}

    @Test
    void status_gives_bills_in_order_and_null_for_none() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        String answer = ask(Call.of("status").with(Json.texts(List.of(unknown, index))));
        assertEquals("[null," + Jcs.text(channel.bill(bill)) + "]", answer);
        assertEquals("[]", ask(Call.of("status").with("[]")));
    }

    @Test
    void prove_gives_one_share_and_no_other_payers() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        channel.holdAndStamp(batch, "serious", "C2", 1, 300);
        assertEquals(
                "{\"claimable\":1000,\"fingerprint\":\"%s\",\"index\":\"%s\",\"share\":{\"claim\":\"C1\",\"class\":\"BASIC\",\"fen\":400,\"payer\":\"basic\",\"state\":\"HELD\"},\"state\":\"OPEN\"}"
                        .formatted(bill.fingerprint().hex(), index),
                prove(index, "basic", "C1"));
    }

    @Test
    void prove_shows_the_red_bill_and_the_latest_share_of_a_claim() throws Exception {
        Opening red = channel.hospital().red(2, bill);
        channel.hold(batch, "basic", "C1", 1, 400);
        channel.release(bill, "basic", "C1", 1);
        channel.holdAndStamp(batch, "basic", "C1", 2, 300);
        channel.reverse(channel.anchor(red));
        Json.Members proved = object(prove(index, "basic", "C1"));
        assertEquals(channel.index(red), proved.text("red"));
        assertEquals("RECOVERING", proved.object("share").text("state"));
        assertEquals(300, proved.object("share").whole("fen"));
    }

    @Test
    void prove_gives_a_bill_without_a_share_as_it_stands() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        assertEquals(false, object(prove(index, "basic", "C9")).has("share"));
        Opening awaited = channel.hospital().bill(8, 1);
        channel.reverse(channel.anchor(channel.hospital().red(9, awaited)));
        assertEquals(
                "{\"index\":\"%s\",\"state\":\"AWAITING\"}".formatted(channel.index(awaited)),
                prove(channel.index(awaited), "basic", "C1"));
    }

    @Test
    void prove_gives_a_batch() throws Exception {
        String root = batch.header().root().hex();
        assertEquals(
                "{\"issuer\":1,\"keySeq\":1,\"root\":\"%s\",\"size\":1}".formatted(root),
                prove("1", root));
    }

    @Test
    void prove_reads_its_one_key_and_nothing_else() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        assertReads("bill/" + index, Call.of("prove").with(index).with("basic").with("C1"));
        String root = batch.header().root().hex();
        assertReads("batch/1/" + root, Call.of("prove").with("1").with(root));
    }

    @Test
    void prove_refuses_what_is_not_there() {
        Refused.with(RefusalCode.UNKNOWN_BILL, () -> prove(unknown, "basic", "C1"));
        Refused.with(RefusalCode.UNKNOWN_BATCH, () -> prove("1", unknown));
        Refused.with(RefusalCode.UNKNOWN_BATCH, () -> prove("2147483647", unknown));
    }

    @Test
    void prove_refuses_other_arguments() {
        for (List<String> arguments :
                List.of(
                        List.<String>of(),
                        List.of(index),
                        List.of(index, "basic", "C1", "more"),
                        List.of("01", unknown),
                        List.of("2147483648", unknown),
                        List.of(index.substring(1), "basic", "C1"),
                        List.of(index, "Basic", "C1"),
                        List.of(index, "basic", "C 1"))) {
            Refused.with(RefusalCode.BAD_REQUEST, () -> prove(arguments.toArray(String[]::new)));
        }
    }

    @Test
    void history_gives_every_change_of_a_key_the_newest_first() throws Exception {
        channel.hold(batch, "basic", "C1", 1, 400);
        channel.stamp(bill, "basic", "C1", 1, 300);
        String answer = ask(Call.of("history").with("bill/" + index));
        List<Json.Members> changes =
                ((Json.Items) JsonReader.read(answer.getBytes(StandardCharsets.UTF_8)))
                        .objects("changes");
        assertEquals(2, changes.size());
        assertEquals(channel.bill(bill), changes.getFirst().object("value"));
        assertEquals(Set.of("time", "transaction", "value"), changes.getFirst().values().keySet());
        assertEquals("[]", ask(Call.of("history").with("bill/" + unknown)));
    }

    @Test
    void history_refuses_what_is_no_key() {
        for (String key : List.of("", "/", "bill/", "Bill/1", "bill/1/2/3", "bill/\u0000")) {
            Refused.with(RefusalCode.BAD_REQUEST, () -> ask(Call.of("history").with(key)));
        }
    }

    @Test
    void indexes_gives_places_in_order_and_null_for_a_year_without_key() throws Exception {
        byte[] identities =
                ByteBuffer.allocate(3 * IdentityBytes.LENGTH)
                        .put(IdentityBytes.of(bill.core().id()))
                        .put(IdentityBytes.of(Hospital.id("19", 1)))
                        .put(IdentityBytes.of(Hospital.id("25", 1)))
                        .array();
        assertEquals(
                "[\"%s\",null,\"%s\"]".formatted(index, channel.index(Hospital.id("25", 1))),
                ask(Call.of("indexes").withSecret("identities", identities)));
    }

    @Test
    void indexes_refuses_bytes_that_are_no_identities() {
        for (byte[] bytes : List.of(new byte[10], new byte[11], new byte[12])) {
            Refused.with(
                    RefusalCode.BAD_REQUEST,
                    () -> ask(Call.of("indexes").withSecret("identities", bytes)));
        }
        Refused.with(RefusalCode.BAD_REQUEST, () -> ask(Call.of("indexes")));
    }

    @Test
    void queries_write_nothing() throws Exception {
        for (Call call :
                List.of(
                        Call.of("status").with("[]"),
                        Call.of("history").with("rules"),
                        Call.of("pending").with(unknown),
                        Call.of("indexes").withSecret("identities", new byte[0]))) {
            assertEquals(Map.of(), channel.ledger().simulate(ANYBODY, call).writes());
        }
    }

    private void assertReads(String key, Call call) {
        Simulation simulation = channel.ledger().simulate(ANYBODY, call);
        assertEquals(Map.of(key, 1), simulation.reads());
    }

    private String prove(String... arguments) throws Exception {
        Call call = Call.of("prove");
        for (String argument : arguments) {
            call = call.with(argument);
        }
        return ask(call);
    }

    private String ask(Call call) throws Exception {
        return channel.ledger().submit(ANYBODY, call);
    }

    private static Json.Members object(String json) throws Exception {
        return JsonReader.readObject(json.getBytes(StandardCharsets.UTF_8));
    }
}
