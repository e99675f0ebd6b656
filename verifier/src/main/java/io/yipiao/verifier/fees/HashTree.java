package io.yipiao.verifier.fees;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Sm3;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree over SM3 in the shape of RFC 9162, 2.1: a leaf is SM3(0x00 ‖ parts), a node
 * SM3(0x01 ‖ left ‖ right), and the odd node of a level is promoted unchanged.
 */
public final class HashTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private HashTree() {}

    /** The hash of a leaf whose content is these parts, one after another. */
    public static Digest leaf(byte[]... parts) {
        Sm3 sm3 = new Sm3().add(LEAF);
        for (byte[] part : parts) {
            sm3.add(part);
        }
        return sm3.digest();
    }

    /** The root over leaf hashes, of which there is at least one. */
    public static Digest root(List<Digest> leaves) {
        List<Digest> level = List.copyOf(leaves);
        if (level.isEmpty()) {
            throw new IllegalArgumentException("a tree has at least one leaf");
        }
        while (level.size() > 1) {
            level = above(level);
        }
        return level.getFirst();
    }

    /** The proof that one of the leaves stands at its place under the root. */
    public static InclusionProof prove(List<Digest> leaves, int index) {
        if (index < 0 || index >= leaves.size()) {
            throw new IllegalArgumentException("no leaf " + index + " of " + leaves.size());
        }
        List<Digest> siblings = new ArrayList<>();
        List<Digest> level = leaves;
        for (int place = index; level.size() > 1; place >>= 1) {
            int sibling = place ^ 1;
            if (sibling < level.size()) {
                siblings.add(level.get(sibling));
            }
            level = above(level);
        }
        return new InclusionProof(index, siblings);
    }

    /** The proofs of all leaves, in order, with each level computed once. */
    public static List<InclusionProof> proveAll(List<Digest> leaves) {
        List<List<Digest>> siblings = new ArrayList<>(leaves.size());
        for (int i = 0; i < leaves.size(); i++) {
            siblings.add(new ArrayList<>());
        }
        List<Digest> level = leaves;
        for (int height = 0; level.size() > 1; height++) {
            for (int i = 0; i < leaves.size(); i++) {
                int sibling = (i >> height) ^ 1;
                if (sibling < level.size()) {
                    siblings.get(i).add(level.get(sibling));
                }
            }
            level = above(level);
        }
        List<InclusionProof> proofs = new ArrayList<>(leaves.size());
        for (int i = 0; i < leaves.size(); i++) {
            proofs.add(new InclusionProof(i, siblings.get(i)));
        }
        return proofs;
    }

    static Digest node(Digest left, Digest right) {
        return new Sm3().add(NODE).add(left).add(right).digest();
    }

    private static List<Digest> above(List<Digest> level) {
        List<Digest> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            above.add(node(level.get(i), level.get(i + 1)));
        }
        if ((level.size() & 1) == 1) {
            above.add(level.getLast());
        }
        return above;
    }
}
