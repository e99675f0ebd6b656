package io.yipiao.gateway.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.yipiao.gateway.ledger.LedgerBlock;
import io.yipiao.gateway.ledger.LedgerTransaction;
import io.yipiao.gateway.ledger.TransactionId;
import io.yipiao.gateway.ledger.Validity;
import io.yipiao.gateway.store.Database;
import io.yipiao.gateway.store.TestDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class BlockWriterTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final TransactionId ID = new TransactionId("ab".repeat(32));

    private final Database database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_forged_copy_after_the_valid_one_changes_nothing() {
        write(block(0, transaction(Validity.VALID, payer("basic"))));
        write(block(1, transaction(Validity.ENDORSEMENT_POLICY_FAILURE, payer("forged"))));
        assertEquals(List.of("basic"), column("SELECT id FROM ledger_payer"));
        assertEquals(List.of("0 0"), transactions());
    }

    @Test
    void the_valid_one_after_a_forged_copy_takes_its_row() {
        write(block(0, transaction(Validity.ENDORSEMENT_POLICY_FAILURE, payer("forged"))));
        write(block(1, transaction(Validity.VALID, payer("basic"))));
        assertEquals(List.of("basic"), column("SELECT id FROM ledger_payer"));
        assertEquals(List.of("1 0"), transactions());
    }

    @Test
    void a_duplicate_is_skipped_in_its_own_block_and_in_a_later_one() {
        write(
                block(
                        0,
                        transaction(Validity.VALID, payer("basic")),
                        transaction(Validity.DUPLICATE_TXID, payer("twice"))));
        write(block(1, transaction(Validity.DUPLICATE_TXID, payer("thrice"))));
        assertEquals(List.of("basic"), column("SELECT id FROM ledger_payer"));
        assertEquals(List.of("0 0"), transactions());
    }

    @Test
    void a_block_that_does_not_follow_is_refused_and_leaves_nothing() {
        write(block(0));
        assertThrows(BrokenChainException.class, () -> write(block(2)));
        assertThrows(BrokenChainException.class, () -> write(block(0)));
        LedgerBlock stranger = new LedgerBlock(1, hash(1), "ff".repeat(32), List.of());
        assertThrows(BrokenChainException.class, () -> write(stranger));
        assertEquals(List.of("0"), column("SELECT number::text FROM ledger_block"));
    }

    @Test
    void a_key_that_nobody_knows_stops_the_projection_at_its_block() {
        LedgerBlock block = block(0, transaction(Validity.VALID, Map.of("novelty/1", "{}")));
        assertThrows(IllegalStateException.class, () -> write(block));
        assertTrue(column("SELECT number::text FROM ledger_block").isEmpty());
    }

    private void write(LedgerBlock block) {
        database.changeInTransaction(tx -> new BlockWriter(tx, block).write());
    }

    private List<String> transactions() {
        return column("SELECT concat_ws(' ', block, validity) FROM ledger_transaction");
    }

    private List<String> column(String sql) {
        return database.with(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static LedgerBlock block(long number, LedgerTransaction... transactions) {
        String previous = number == 0 ? "" : hash(number - 1);
        return new LedgerBlock(number, hash(number), previous, List.of(transactions));
    }

    private static String hash(long number) {
        return "%064x".formatted(number + 1);
    }

    private static LedgerTransaction transaction(Validity validity, Map<String, String> writes) {
        TreeMap<String, byte[]> bytes = new TreeMap<>();
        writes.forEach((key, value) -> bytes.put(key, value.getBytes(StandardCharsets.UTF_8)));
        return new LedgerTransaction(ID, validity, NOON, bytes);
    }

    private static Map<String, String> payer(String id) {
        return Map.of("payer/" + id, "{}");
    }
}
