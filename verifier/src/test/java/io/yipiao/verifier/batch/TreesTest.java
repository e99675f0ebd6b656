package io.yipiao.verifier.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fees.HashTree;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fees.TestTrees;
import io.yipiao.verifier.reader.Json;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The table of trees.json: for each size from 1 to 300 the root of a fee tree and of a batch over
 * the leaves of {@link TestTrees}, and the SM3 of all the tree's proofs, one after another, as
 * bytes. It has no invalid half: that stands in proof.json and batch.json.
 */
class TreesTest {
    private static final int LARGEST = 300;

    @Test
    void have_these_roots_and_proofs_for_every_size_up_to_300() throws IOException {
        String table =
                IntStream.rangeClosed(1, LARGEST)
                        .mapToObj(TreesTest::row)
                        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        if (System.getProperty("vectors.write") != null) {
            Files.writeString(Path.of("src/test/resources/vectors/trees.json"), table);
        } else {
            assertEquals(committed(), table);
        }
    }

    private static String row(int size) {
        var fees = TestTrees.feeLeaves(size);
        Batch batch = new Batch(1, TestTrees.fingerprints(size));
        return Jcs.text(
                Json.object()
                        .put("size", size)
                        .put("fees", HashTree.root(fees).hex())
                        .put("feeProofs", digest(HashTree.proveAll(fees)))
                        .put("batch", batch.header().root().hex())
                        .put("batchProofs", digest(batch.proveAll()))
                        .end());
    }

    private static String digest(List<InclusionProof> proofs) {
        Sm3 sm3 = new Sm3();
        proofs.forEach(proof -> sm3.add(proof.bytes()));
        return sm3.digest().hex();
    }

    private static String committed() throws IOException {
        try (InputStream in = TreesTest.class.getResourceAsStream("/vectors/trees.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }
}
