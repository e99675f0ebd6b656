package io.yipiao.verifier.fees;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.reader.Json;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Leaves by rule, from which trees of any size are built here and in {@code check_vectors.py}. */
public final class TestTrees {
    private TestTrees() {}

    /** Fee leaf i: salt = the first 16 bytes of SM3(u32 i), content = {"sequence": i}. */
    public static List<Digest> feeLeaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i ->
                        HashTree.leaf(
                                Arrays.copyOf(Sm3.of(u32(i)).bytes(), 16),
                                Jcs.bytes(Json.object().put("sequence", i).end())))
                .toList();
    }

    /** Bill i of a batch: fingerprint = SM3("yipiao/vector/1" ‖ u32 i). */
    public static List<Fingerprint> fingerprints(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Fingerprint(new Sm3("yipiao/vector/1").add(u32(i)).digest()))
                .toList();
    }

    private static byte[] u32(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }
}
