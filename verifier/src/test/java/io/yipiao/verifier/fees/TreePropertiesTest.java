package io.yipiao.verifier.fees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.List;

class TreePropertiesTest {

    @Provide
    Arbitrary<Digest> digests() {
        return Arbitraries.bytes().array(byte[].class).ofSize(Digest.LENGTH).map(Digest::of);
    }

    @Property
    void proves_its_leaves_and_survives_its_bytes(
            @ForAll @Size(min = 1, max = 70) List<@From("digests") Digest> leaves,
            @ForAll @IntRange(max = 69) int place)
            throws FieldException, ProofException {
        int index = place % leaves.size();
        InclusionProof proof = HashTree.prove(leaves, index);
        assertEquals(proof, InclusionProof.parse(proof.bytes()));
        proof.check(leaves.get(index), leaves.size(), HashTree.root(leaves));
    }

    @Property
    void proves_no_other_leaf(
            @ForAll @Size(min = 1, max = 70) List<@From("digests") Digest> leaves,
            @ForAll @IntRange(max = 69) int place,
            @ForAll("digests") Digest other) {
        int index = place % leaves.size();
        Assume.that(!leaves.get(index).equals(other));
        InclusionProof proof = HashTree.prove(leaves, index);
        Digest root = HashTree.root(leaves);
        assertThrows(ProofException.class, () -> proof.check(other, leaves.size(), root));
    }

    @Property
    void changes_its_root_with_any_leaf(
            @ForAll @Size(min = 1, max = 70) List<@From("digests") Digest> leaves,
            @ForAll @IntRange(max = 69) int place,
            @ForAll("digests") Digest other) {
        int index = place % leaves.size();
        Assume.that(!leaves.get(index).equals(other));
        List<Digest> changed = new ArrayList<>(leaves);
        changed.set(index, other);
        assertEquals(false, HashTree.root(leaves).equals(HashTree.root(changed)));
    }
}
