package io.yipiao.verifier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;

import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;

/** That blocks are whole, in order and signed, and the same with everybody. */
class ChainAuditTest {
    private final TestLedger ledger = new TestLedger();

    @BeforeEach
    void anchor() {
        ledger.commit(ledger.anchor(TestLedger.batch(3)));
        ledger.commit(ledger.anchor(TestLedger.batch(5)));
    }

    @Test
    void finds_nothing_wrong_with_a_good_ledger() {
        AuditReport report = ledger.audit(ledger.bytes(), Optional.of(ledger.bytes()));
        Found.nothing(report);
        assertEquals("bills", report.channel());
        assertEquals(5, report.blocks());
        assertEquals(5, report.compared());
        assertEquals(5, report.valid());
        assertEquals(0, report.invalid());
        assertEquals(2, report.totals().batches());
        assertEquals(8, report.totals().leaves());
    }

    @Test
    void names_the_block_in_which_a_file_ends() {
        byte[] whole = ledger.bytes();
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        Found.inBlock(
                ledger.audit(cut, Optional.empty()), BreachKind.FILE, 4, "the file ends after");
    }

    @Test
    void names_bytes_that_are_no_block_and_a_file_without_any() {
        Found.inBlock(
                ledger.audit(new byte[] {2, 7, 7}, Optional.empty()),
                BreachKind.FILE,
                0,
                "these bytes are no block");
        Found.inBlock(
                ledger.audit(new byte[] {-1, -1, -1, -1, -1, 1}, Optional.empty()),
                BreachKind.FILE,
                0,
                "no such length");
        Found.inBlock(ledger.audit(new byte[0], Optional.empty()), BreachKind.FILE, 0, "no block");
    }

    @Test
    void names_the_place_where_blocks_are_out_of_order_or_missing() {
        Collections.swap(ledger.blocks(), 3, 4);
        Found.inBlock(
                ledger.audit(), BreachKind.ORDER, 3, "block 4 stands in the place of block 3");
        ledger.blocks().remove(4);
        Found.inBlock(
                ledger.audit(), BreachKind.ORDER, 3, "block 4 stands in the place of block 3");
    }

    @Test
    void names_a_block_whose_data_were_changed() {
        Block block = ledger.blocks().get(3);
        byte[] data = block.getData().getData(0).toByteArray();
        byte[] leaf = TestLedger.batch(3).leaves().getLast().bytes();
        data[indexOf(data, leaf)] ^= 1;
        Block.Builder changed = block.toBuilder();
        changed.getDataBuilder().setData(0, ByteString.copyFrom(data));
        ledger.blocks().set(3, changed.build());
        AuditReport report = ledger.audit();
        Found.inBlock(report, BreachKind.DATA, 3, "do not have the hash of its header");
        Found.inTransaction(report, BreachKind.FLAG, 3, "BAD_CREATOR_SIGNATURE");
    }

    @Test
    void names_a_block_that_does_not_follow() {
        TestLedger other = new TestLedger();
        other.commit(other.call("nothing"));
        other.commit(other.anchor(TestLedger.batch(5)));
        ledger.blocks().set(4, other.blocks().get(4));
        Found.inBlock(ledger.audit(), BreachKind.CHAIN, 4, "the hash of the block before");
    }

    @Test
    void names_a_block_that_no_orderer_signed() {
        ledger.commit(ledger.insurancePeer, ledger.anchor(TestLedger.batch(7)));
        Found.inBlock(ledger.audit(), BreachKind.ORDERERS, 5, "good are InsuranceMSP's peer");
    }

    @Test
    void names_a_block_whose_orderers_signature_is_for_another() {
        Block block = ledger.blocks().get(3);
        Block.Builder changed = ledger.blocks().get(4).toBuilder();
        changed.getMetadataBuilder().setMetadata(0, block.getMetadata().getMetadata(0));
        ledger.blocks().set(4, changed.build());
        Found.inBlock(ledger.audit(), BreachKind.ORDERERS, 4, "does not verify");
    }

    @Test
    void names_the_block_from_which_two_exports_differ() {
        TestLedger fork = new TestLedger();
        fork.commit(fork.anchor(TestLedger.batch(3)));
        fork.commit(fork.anchor(TestLedger.batch(6)));
        AuditReport report = ledger.audit(ledger.bytes(), Optional.of(fork.bytes()));
        Found.inBlock(report, BreachKind.FORK, 4, "in one export and");
        assertEquals(4, report.compared());
        assertEquals(1, report.breachCount());
    }

    @Test
    void neither_side_of_a_forked_orderer_is_wrong_alone_and_together_both_are_named() {
        TestLedger fork = new TestLedger();
        fork.commit(fork.anchor(TestLedger.batch(3)));
        fork.commit(fork.anchor(TestLedger.batch(6)));
        Found.nothing(ledger.audit());
        Found.nothing(fork.audit());
        for (TestLedger[] sides : new TestLedger[][] {{ledger, fork}, {fork, ledger}}) {
            AuditReport report = sides[0].audit(sides[0].bytes(), Optional.of(sides[1].bytes()));
            Found.inBlock(report, BreachKind.FORK, 4, hash(sides[0]) + " in one export and ");
            Found.inBlock(report, BreachKind.FORK, 4, hash(sides[1]) + " in the other");
        }
    }

    @Test
    void names_the_block_in_which_a_file_is_cut_wherever_that_is() {
        byte[] whole = ledger.bytes();
        int begin = 0;
        for (int number = 0; number < ledger.height(); number++) {
            int size = ledger.blocks().get(number).getSerializedSize();
            int length = CodedOutputStream.computeUInt32SizeNoTag(size);
            int[] cuts = {1, length, length + 1, length + size / 2, length + size - 1};
            for (int cut : cuts) {
                byte[] file = Arrays.copyOf(whole, begin + cut);
                String why = cut < length ? "ends within its length" : "the file ends after";
                Found.inBlock(ledger.audit(file, Optional.empty()), BreachKind.FILE, number, why);
            }
            begin += length + size;
        }
        assertEquals(whole.length, begin);
    }

    @Test
    void a_file_cut_between_two_blocks_is_told_by_another_export_alone_and_by_its_own_last_hash() {
        byte[] shorter =
                Arrays.copyOf(
                        ledger.bytes(),
                        ledger.bytes().length
                                - ledger.blocks().get(4).getSerializedSize()
                                - CodedOutputStream.computeUInt32SizeNoTag(
                                        ledger.blocks().get(4).getSerializedSize()));
        AuditReport alone = ledger.audit(shorter, Optional.empty());
        Found.nothing(alone);
        assertEquals(4, alone.blocks());
        assertEquals(hex(BlockHash.of(ledger.blocks().get(3).getHeader())), alone.lastHash());
        Found.inBlock(
                ledger.audit(shorter, Optional.of(ledger.bytes())),
                BreachKind.FORK,
                4,
                "only one of the exports");
    }

    @Test
    void names_the_height_at_which_one_export_ends() {
        TestLedger shorter = new TestLedger();
        shorter.commit(shorter.anchor(TestLedger.batch(3)));
        Found.inBlock(
                ledger.audit(ledger.bytes(), Optional.of(shorter.bytes())),
                BreachKind.FORK,
                4,
                "only one of the exports");
        Found.inBlock(
                shorter.audit(shorter.bytes(), Optional.of(ledger.bytes())),
                BreachKind.FORK,
                4,
                "only one of the exports");
    }

    @Test
    void names_a_file_that_was_cut_between_two_blocks_by_its_manifest() throws Exception {
        ExportManifest manifest =
                ExportManifest.parse(new ExportManifest("bills", "InsuranceMSP", 5).bytes());
        LedgerExport export =
                new LedgerExport(TestLedger.export(ledger.bytes()).blocks(), Optional.of(manifest));
        Found.inBlock(LedgerAudit.of(export, ledger.roots()), BreachKind.FILE, 5, "blocks 0 to 5");
    }

    private static String hash(TestLedger ledger) {
        return hex(BlockHash.of(ledger.blocks().get(4).getHeader()));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalStateException("the leaf is not in the block");
    }
}
