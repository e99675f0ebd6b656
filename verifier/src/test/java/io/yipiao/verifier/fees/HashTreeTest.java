package io.yipiao.verifier.fees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class HashTreeTest {
    private static final int LARGEST = 300;

    /** Leaf i holds i as a u32: the rule of the vectors too. */
    private static List<Digest> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> HashTree.leaf(ByteBuffer.allocate(4).putInt(i).array()))
                .toList();
    }

    @Test
    void proves_every_leaf_of_every_tree_up_to_300() throws ProofException {
        for (int size = 1; size <= LARGEST; size++) {
            List<Digest> leaves = leaves(size);
            Digest root = HashTree.root(leaves);
            List<InclusionProof> proofs = HashTree.proveAll(leaves);
            for (int i = 0; i < size; i++) {
                proofs.get(i).check(leaves.get(i), size, root);
            }
        }
    }

    @Test
    void proves_one_leaf_as_it_proves_all() {
        List<Digest> leaves = leaves(77);
        List<InclusionProof> proofs = HashTree.proveAll(leaves);
        for (int i = 0; i < leaves.size(); i++) {
            assertEquals(proofs.get(i), HashTree.prove(leaves, i));
        }
    }

    @Test
    void has_the_root_that_the_definition_of_rfc_9162_gives() {
        for (int size = 1; size <= LARGEST; size++) {
            List<Digest> leaves = leaves(size);
            assertEquals(byDefinition(leaves), HashTree.root(leaves), "size " + size);
        }
    }

    @Test
    void has_the_same_root_when_leaves_pass_one_by_one() {
        RunningRoot running = new RunningRoot();
        List<Digest> passed = new ArrayList<>();
        for (Digest leaf : leaves(LARGEST)) {
            running.add(leaf);
            passed.add(leaf);
            assertEquals(HashTree.root(passed), running.root(), "size " + running.size());
        }
    }

    @Test
    void has_no_root_without_leaves() {
        assertThrows(IllegalArgumentException.class, () -> HashTree.root(List.of()));
        assertThrows(IllegalStateException.class, () -> new RunningRoot().root());
    }

    @Test
    void proves_no_leaf_outside_the_tree() {
        List<Digest> leaves = leaves(5);
        assertThrows(IllegalArgumentException.class, () -> HashTree.prove(leaves, 5));
        assertThrows(IllegalArgumentException.class, () -> HashTree.prove(leaves, -1));
    }

    /** MTH of RFC 9162, 2.1.1: split at the largest power of two below the size. */
    private static Digest byDefinition(List<Digest> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return new Sm3()
                .add((byte) 1)
                .add(byDefinition(leaves.subList(0, split)))
                .add(byDefinition(leaves.subList(split, leaves.size())))
                .digest();
    }
}
