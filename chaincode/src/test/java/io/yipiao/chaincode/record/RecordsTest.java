package io.yipiao.chaincode.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.chaincode.fixture.Callers;
import io.yipiao.chaincode.fixture.Channel;
import io.yipiao.chaincode.fixture.SealedBatch;
import io.yipiao.chaincode.state.Caller;
import io.yipiao.chaincode.state.LedgerState;
import io.yipiao.chaincode.state.Overlay;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fingerprint.Opening;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class RecordsTest {
    private final Channel channel = new Channel();

    RecordsTest() throws Exception {}

    @Test
    void every_value_on_the_ledger_is_canonical_json_under_an_ascii_key() throws Exception {
        Opening bill = channel.hospital().bill(1, 1000);
        SealedBatch batch = channel.anchor(bill);
        channel.hold(batch, "basic", "C1", 1, 400);
        channel.stamp(bill, "basic", "C1", 1, 300);
        channel.reverse(channel.anchor(channel.hospital().red(2, bill)));
        channel.reverse(channel.anchor(channel.hospital().red(4, channel.hospital().bill(3, 1))));
        for (String key : channel.ledger().keys()) {
            assertTrue(key.matches("[a-z]+(/[0-9a-z-]+){0,2}"), key);
            byte[] value =
                    channel.ledger().value(key).orElseThrow().getBytes(StandardCharsets.UTF_8);
            Jcs.parseObject(value);
        }
    }

    @Test
    void a_value_that_these_rules_did_not_write_is_a_fault_of_the_ledger() {
        for (String value : List.of("", "{}", "{\"version\":1}", "{ }", "[]")) {
            Records records = new Records(Overlay.over(new Fixed(value)));
            assertThrows(IllegalStateException.class, records::rules, value);
        }
    }

    @Test
    void absent_rules_have_version_0() {
        assertEquals(0, Rules.NONE.version());
    }

    /** A ledger that holds the same under every key. */
    private record Fixed(String value) implements LedgerState {
        @Override
        public Optional<byte[]> get(String key) {
            return Optional.of(value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void put(String key, byte[] bytes) {
            throw new AssertionError("nothing is written");
        }

        @Override
        public String transactionId() {
            return "";
        }

        @Override
        public Instant time() {
            return Instant.EPOCH;
        }

        @Override
        public Caller caller() {
            return Callers.nobody(Callers.FINANCE);
        }

        @Override
        public List<Change> history(String key) {
            return List.of();
        }
    }
}
