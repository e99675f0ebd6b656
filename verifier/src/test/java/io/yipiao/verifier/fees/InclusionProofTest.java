package io.yipiao.verifier.fees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.vectors.Refusals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class InclusionProofTest {
    private static final int SIZE = 11;

    private final List<Digest> leaves =
            IntStream.range(0, SIZE).mapToObj(i -> Sm3.of(new byte[] {(byte) i})).toList();
    private final Digest root = HashTree.root(leaves);

    @Test
    void refuses_a_proof_that_ends_early() {
        InclusionProof whole = HashTree.prove(leaves, 3);
        InclusionProof cut =
                new InclusionProof(3, whole.siblings().subList(0, whole.siblings().size() - 1));
        assertRefused("ends below the root", cut, 3, SIZE);
    }

    @Test
    void refuses_a_proof_that_goes_on_above_the_root() {
        List<Digest> more = new ArrayList<>(HashTree.prove(leaves, 3).siblings());
        more.add(leaves.getFirst());
        assertRefused("above the root", new InclusionProof(3, more), 3, SIZE);
    }

    @Test
    void refuses_an_index_outside_the_tree() {
        InclusionProof proof = new InclusionProof(SIZE, HashTree.prove(leaves, 10).siblings());
        assertRefused("outside a tree", proof, 10, SIZE);
        assertRefused("outside a tree", HashTree.prove(leaves, 0), 0, 0);
    }

    @Test
    void refuses_another_leaf_another_place_and_another_size() {
        InclusionProof proof = HashTree.prove(leaves, 3);
        assertRefused("does not end at the root", proof, 4, SIZE);
        for (int place = 0; place < SIZE; place++) {
            if (place != 3) {
                assertFails(new InclusionProof(place, proof.siblings()), 3, SIZE);
            }
        }
        // Between 9 and 16 leaves the path of leaf 3 has the same shape; the ledger's size and the
        // root, sealed together, tell these apart.
        for (int size : new int[] {1, 2, 4, 8, 17, 32}) {
            assertFails(proof, 3, size);
        }
    }

    @Test
    void refuses_every_flipped_bit_of_a_proof() throws FieldException {
        byte[] bytes = HashTree.prove(leaves, 6).bytes();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(
                    Exception.class,
                    () -> InclusionProof.parse(flipped).check(leaves.get(6), SIZE, root));
        }
    }

    @Test
    void reads_back_what_it_wrote() throws FieldException {
        InclusionProof proof = HashTree.prove(leaves, 10);
        assertEquals(proof, InclusionProof.parse(proof.bytes()));
    }

    @Test
    void refuses_bytes_that_are_no_proof() {
        byte[] bytes = HashTree.prove(leaves, 10).bytes();
        byte[] trailing = Arrays.copyOf(bytes, bytes.length + 1);
        assertThrows(FieldException.class, () -> InclusionProof.parse(trailing));
        byte[] tooHigh = new byte[4 + 32 * 32];
        assertThrows(FieldException.class, () -> InclusionProof.parse(tooHigh));
        byte[] negative = {(byte) 0x80, 0, 0, 0};
        assertThrows(FieldException.class, () -> InclusionProof.parse(negative));
        assertThrows(FieldException.class, () -> InclusionProof.parse(new byte[0]));
    }

    private void assertRefused(String reason, InclusionProof proof, int leaf, int size) {
        Refusals.assertRefused(
                ProofException.class, reason, () -> proof.check(leaves.get(leaf), size, root));
    }

    private void assertFails(InclusionProof proof, int leaf, int size) {
        assertThrows(ProofException.class, () -> proof.check(leaves.get(leaf), size, root));
    }
}
