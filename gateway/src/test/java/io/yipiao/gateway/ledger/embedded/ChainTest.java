package io.yipiao.gateway.ledger.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;

import io.yipiao.chaincode.state.IndexKeys;
import io.yipiao.gateway.ledger.Call;
import io.yipiao.gateway.ledger.Caller;
import io.yipiao.gateway.ledger.Commit;
import io.yipiao.gateway.ledger.Endorsers;
import io.yipiao.gateway.ledger.LedgerTransaction;
import io.yipiao.gateway.ledger.Refused;
import io.yipiao.gateway.ledger.Validity;

import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Blocks made by hand, of transactions that read and write what a test wants. */
class ChainTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @TempDir private Path folder;
    private Members members;
    private Chain chain;

    @BeforeEach
    void open() throws IOException {
        members = Members.open(folder.resolve("organisations"));
        chain = new Chain(folder.resolve("blocks"), members);
    }

    @AfterEach
    void close() throws IOException {
        chain.close();
    }

    @Test
    void of_two_in_one_block_that_read_what_the_first_writes_the_second_loses() throws IOException {
        List<Commit> commits = chain.append(List.of(transaction("a", "1"), transaction("a", "2")));
        assertInstanceOf(Commit.Committed.class, commits.get(0));
        assertInstanceOf(Commit.Lost.class, commits.get(1));
        assertEquals("1", valueOf("a"));
    }

    @Test
    void those_that_touch_different_keys_do_not_meet() throws IOException {
        List<Commit> commits = chain.append(List.of(transaction("a", "1"), transaction("b", "2")));
        assertInstanceOf(Commit.Committed.class, commits.get(0));
        assertInstanceOf(Commit.Committed.class, commits.get(1));
    }

    @Test
    void a_key_that_was_absent_when_read_and_written_since_is_a_conflict() throws IOException {
        Envelope late = transaction("a", "2");
        chain.append(List.of(transaction("a", "1")));
        assertInstanceOf(Commit.Lost.class, chain.append(List.of(late)).getFirst());
    }

    @Test
    void a_copy_does_nothing_and_is_told_of_the_first() throws Exception {
        Envelope envelope = transaction("a", "1");
        List<Commit> commits = chain.append(List.of(envelope, envelope));
        assertEquals(commits.get(0), commits.get(1));
        assertEquals(commits.get(0), chain.append(List.of(envelope)).getFirst());
        List<Validity> flags =
                chain.await(0, Duration.ZERO).orElseThrow().transactions().stream()
                        .map(LedgerTransaction::validity)
                        .toList();
        assertEquals(List.of(Validity.VALID, Validity.DUPLICATE_TXID), flags);
    }

    @Test
    void insurance_alone_is_not_enough() throws IOException {
        Envelope alone = envelope("a", "1", response -> List.of(both(response).getFirst()));
        assertRefusedBy(Validity.ENDORSEMENT_POLICY_FAILURE, alone);
    }

    @Test
    void hospital_and_finance_without_insurance_are_not_enough() throws IOException {
        Envelope without =
                envelope(
                        "a",
                        "1",
                        response ->
                                List.of(
                                        members.endorse(Endorsers.WITH_HOSPITAL, response).get(1),
                                        members.endorse(Endorsers.WITH_FINANCE, response).get(1)));
        assertRefusedBy(Validity.ENDORSEMENT_POLICY_FAILURE, without);
    }

    @Test
    void signatures_under_something_else_are_not_enough() throws IOException {
        Envelope forged =
                envelope(
                        "a",
                        "1",
                        response -> both(response.concat(ByteString.copyFrom(new byte[1]))));
        assertRefusedBy(Validity.ENDORSEMENT_POLICY_FAILURE, forged);
    }

    @Test
    void history_gives_the_newest_first() throws IOException {
        chain.append(List.of(transaction("a", "1")));
        chain.append(List.of(transaction("a", "2"), transaction("b", "x")));
        assertEquals(
                List.of("2", "1"),
                chain.history("a").stream().map(change -> change.value()).toList());
        assertEquals(NOON, chain.history("b").getFirst().time());
    }

    @Test
    void a_chain_whose_blocks_do_not_follow_one_another_is_not_opened() throws IOException {
        chain.append(List.of(transaction("a", "1")));
        chain.close();
        Path other = folder.resolve("other");
        try (BlockFile from = BlockFile.open(folder.resolve("blocks"), block -> {});
                BlockFile to = BlockFile.open(other, block -> {})) {
            to.append(from.read(0));
            to.append(from.read(0));
        }
        assertThrows(IllegalStateException.class, () -> new Chain(other, members));
    }

    @Test
    void a_query_answers_the_history_of_a_key() throws Exception {
        chain.append(List.of(transaction("rules", "{\"indexKeys\":{},\"version\":1}")));
        Endorsing endorsing =
                new Endorsing(chain, members, IndexKeys.of(Map.of()), Clock.systemUTC(), true);
        byte[] answer = endorsing.answer(Call.of(Caller.INTAKE, "history").with("rules"));
        assertTrue(new String(answer, StandardCharsets.UTF_8).contains("\"version\":1"));
        assertThrows(
                Refused.class, () -> endorsing.answer(Call.of(Caller.INTAKE, "no such thing")));
    }

    private void assertRefusedBy(Validity reason, Envelope envelope) throws IOException {
        Commit.Invalid invalid =
                assertInstanceOf(Commit.Invalid.class, chain.append(List.of(envelope)).getFirst());
        assertEquals(reason, invalid.reason());
        assertTrue(chain.state().get("a").isEmpty());
    }

    private String valueOf(String key) {
        return chain.state().get(key).orElseThrow().value().toStringUtf8();
    }

    /** Reads a key and writes it, properly endorsed. */
    private Envelope transaction(String key, String value) {
        return envelope(key, value, this::both);
    }

    private List<Endorsement> both(ByteString response) {
        return members.endorse(Endorsers.WITH_HOSPITAL, response);
    }

    private Envelope envelope(String key, String value, Signing signing) {
        Proposed proposed =
                Proposed.of(Call.of(Caller.INTAKE, "test"), members.client(Caller.INTAKE), NOON);
        Simulation simulation = new Simulation(chain, proposed);
        simulation.get(key);
        simulation.put(key, value.getBytes(StandardCharsets.UTF_8));
        KVRWSet set = simulation.readWriteSet();
        ByteString response = Envelopes.response(proposed, set, ByteString.EMPTY);
        return Envelopes.envelope(proposed, response, signing.sign(response));
    }

    private interface Signing {
        List<Endorsement> sign(ByteString response);
    }
}
