package io.yipiao.gateway.ledger.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;

import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class BlockFileTest {
    @TempDir private Path folder;
    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("blocks");
    }

    @Test
    void hands_back_every_block_in_order() throws IOException {
        write(3);
        assertEquals(List.of(block(0), block(1), block(2)), read());
    }

    @Test
    void reads_a_block_by_its_number() throws IOException {
        write(3);
        try (BlockFile file = BlockFile.open(path, ignored -> {})) {
            assertEquals(3, file.height());
            assertEquals(block(1), file.read(1));
        }
    }

    @Test
    void cuts_off_a_last_record_torn_at_any_byte() throws IOException {
        write(2);
        byte[] two = Files.readAllBytes(path);
        long one = oneRecord();
        for (int length = (int) one; length < two.length; length++) {
            Files.write(path, java.util.Arrays.copyOf(two, length));
            assertEquals(List.of(block(0)), read());
            assertEquals(one, Files.size(path));
        }
    }

    @Test
    void cuts_off_a_last_record_whose_bytes_did_not_all_reach_the_disk() throws IOException {
        write(2);
        flip(Files.size(path) - 1);
        assertEquals(List.of(block(0)), read());
    }

    @Test
    void goes_on_after_a_cut() throws IOException {
        write(2);
        flip(Files.size(path) - 1);
        try (BlockFile file = BlockFile.open(path, ignored -> {})) {
            file.append(block(7));
        }
        assertEquals(List.of(block(0), block(7)), read());
    }

    @Test
    void refuses_a_file_damaged_before_its_last_record() throws IOException {
        write(3);
        flip(oneRecord() + 12);
        assertThrows(IOException.class, this::read);
    }

    @Test
    void belongs_to_one_ledger_at_a_time() throws IOException {
        try (BlockFile holder = BlockFile.open(path, ignored -> {})) {
            assertEquals(0, holder.height());
            assertThrows(IOException.class, this::read);
        }
    }

    private void write(int blocks) throws IOException {
        try (BlockFile file = BlockFile.open(path, ignored -> {})) {
            for (int i = 0; i < blocks; i++) {
                file.append(block(i));
            }
        }
    }

    private List<Block> read() throws IOException {
        List<Block> blocks = new ArrayList<>();
        BlockFile.open(path, blocks::add).close();
        return blocks;
    }

    private long oneRecord() {
        return 8L + block(0).getSerializedSize();
    }

    private void flip(long place) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(place);
            int old = file.read();
            file.seek(place);
            file.write(old ^ 1);
        }
    }

    private static Block block(int number) {
        return Block.newBuilder()
                .setHeader(BlockHeader.newBuilder().setNumber(number))
                .setData(BlockData.newBuilder().addData(ByteString.copyFromUtf8("0123456789")))
                .build();
    }
}
