package io.yipiao.verifier.audit;

import com.google.protobuf.ByteString;

import io.yipiao.verifier.receipt.Sha256;

import java.nio.ByteBuffer;

/**
 * The transaction ids of all blocks so far, 16 bytes each: half of a hash of the id, since an id
 * can be any text where a transaction is forged.
 */
final class SeenIds {
    private long[] slots = new long[1 << 12];
    private int size;

    boolean contains(String id) {
        return slots[slot(slots, high(id), low(id))] != 0;
    }

    void add(String id) {
        if (4L * size > slots.length) {
            grow();
        }
        put(slots, high(id), low(id));
    }

    private void put(long[] into, long high, long low) {
        int slot = slot(into, high, low);
        size += into[slot] == 0 ? 1 : 0;
        into[slot] = high;
        into[slot + 1] = low;
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        size = 0;
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0) {
                put(larger, slots[i], slots[i + 1]);
            }
        }
        slots = larger;
    }

    /** Where the id stands, or the free place where it would. */
    private static int slot(long[] slots, long high, long low) {
        int mask = slots.length - 2;
        int slot = (int) low & mask;
        while (slots[slot] != 0 && (slots[slot] != high || slots[slot + 1] != low)) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }

    /** Never zero, which marks a free place. */
    private static long high(String id) {
        return hash(id).getLong(0) | 1;
    }

    private static long low(String id) {
        return hash(id).getLong(8);
    }

    private static ByteBuffer hash(String id) {
        return Sha256.of(ByteString.copyFromUtf8(id)).asReadOnlyByteBuffer();
    }
}
