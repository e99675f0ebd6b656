package io.yipiao.gateway.ledger.embedded;

import org.hyperledger.fabric.protos.common.Block;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * The chain on disk, one file that only grows. A record is length u32 ‖ CRC-32C of the block u32 ‖
 * the block (Fabric's message). A record is on disk when {@link #append} returns; what a kill left
 * of an unfinished one is cut off at the next start. One writer, any number of readers.
 */
final class BlockFile implements Closeable {
    private static final int HEAD = 8;

    private final Path path;
    private final FileChannel channel;
    private final List<Long> offsets = new ArrayList<>();
    private long end;

    private BlockFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens a chain, handing each of its blocks, in order, to the one who rebuilds the state.
     *
     * @throws IOException also if another process holds the file, or if a block before the last
     *     record is damaged
     */
    static BlockFile open(Path path, Consumer<Block> each) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            lock(channel, path);
            BlockFile file = new BlockFile(path, channel);
            file.recover(each);
            return file;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    synchronized long height() {
        return offsets.size();
    }

    /** Reads a block that is there, on a channel of its own: an interrupt closes no other's. */
    Block read(long number) throws IOException {
        long offset;
        synchronized (this) {
            offset = offsets.get(Math.toIntExact(number));
        }
        try (FileChannel own = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer head = read(own, offset, HEAD);
            return Block.parseFrom(read(own, offset + HEAD, head.getInt()));
        }
    }

    /** Appends the next block; it is on disk when this returns. */
    void append(Block block) throws IOException {
        byte[] bytes = block.toByteArray();
        ByteBuffer record =
                ByteBuffer.allocate(HEAD + bytes.length)
                        .putInt(bytes.length)
                        .putInt(checksum(bytes))
                        .put(bytes)
                        .flip();
        long at = end;
        while (record.hasRemaining()) {
            at += channel.write(record, at);
        }
        channel.force(false);
        synchronized (this) {
            offsets.add(end);
        }
        end = at;
    }

    private void recover(Consumer<Block> each) throws IOException {
        long size = channel.size();
        while (end < size) {
            long rest = size - end - HEAD;
            ByteBuffer head = rest < 0 ? ByteBuffer.allocate(HEAD) : read(channel, end, HEAD);
            int length = head.getInt();
            if (rest < 0 || length < 0 || length > rest) {
                break;
            }
            byte[] bytes = read(channel, end + HEAD, length).array();
            if (checksum(bytes) != head.getInt()) {
                if (length < rest) {
                    throw new IOException(
                            path + " is damaged in block " + offsets.size() + ", at byte " + end);
                }
                break;
            }
            each.accept(Block.parseFrom(bytes));
            offsets.add(end);
            end += HEAD + length;
        }
        if (end < size) {
            channel.truncate(end);
            channel.force(true);
        }
    }

    private ByteBuffer read(FileChannel from, long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            int count = from.read(bytes, offset + bytes.position());
            if (count < 0) {
                throw new IOException(path + " ends before byte " + (offset + length));
            }
        }
        return bytes.flip();
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static void lock(FileChannel channel, Path path) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(path + " is in use by this process already", e);
        }
        throw new IOException(path + " is in use by another process");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
