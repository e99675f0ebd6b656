package io.yipiao.verifier.audit;

import com.google.protobuf.InvalidProtocolBufferException;

import org.hyperledger.fabric.protos.common.Block;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The blocks of an exported ledger, one after another from block 0, each as
 *
 * <pre>
 * length varint · common.Block, serialised, of that many bytes
 * </pre>
 *
 * <p>which is what protocol buffers call delimited messages. One block at a time is in memory.
 */
public final class BlockFile {
    /** What Fabric's own connections let through, and half as much again. */
    private static final int LARGEST = 150 << 20;

    private final InputStream in;

    public BlockFile(InputStream in) {
        this.in = in;
    }

    /** The next block; nothing at the file's end. */
    public Optional<Block> next() throws IOException, BlockFileException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        int length = length(first);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new BlockFileException(
                    "the file ends after %,d of its %,d bytes".formatted(bytes.length, length));
        }
        try {
            return Optional.of(Block.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new BlockFileException("these bytes are no block");
        }
    }

    private int length(int first) throws IOException, BlockFileException {
        long length = first & 0x7f;
        int next = first;
        for (int shift = 7; (next & 0x80) != 0 && shift < 35; shift += 7) {
            next = in.read();
            if (next < 0) {
                throw new BlockFileException("the file ends within its length");
            }
            length |= (next & 0x7fL) << shift;
        }
        if ((next & 0x80) != 0 || length < 1 || length > LARGEST) {
            throw new BlockFileException("a block has no such length");
        }
        return (int) length;
    }
}
