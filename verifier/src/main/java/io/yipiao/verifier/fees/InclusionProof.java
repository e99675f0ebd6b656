package io.yipiao.verifier.fees;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * That a leaf stands at an index of a tree (RFC 9162, 2.1.3). As bytes: index u32, then the
 * siblings from the leaf upwards, 32 bytes each. The tree's size is never part of the proof: it
 * comes from a trusted state.
 *
 * @param index the leaf's place, from 0
 * @param siblings the hashes beside the path, from the leaf upwards; at most 31
 */
public record InclusionProof(int index, List<Digest> siblings) {
    /** A tree of 2^31 leaves is no higher than this. */
    private static final int HIGHEST = 31;

    public InclusionProof {
        if (index < 0 || siblings.size() > HIGHEST) {
            throw new IllegalArgumentException("index " + index + ", height " + siblings.size());
        }
        siblings = List.copyOf(siblings);
    }

    /** Reads a proof, all of whose bytes must be used. */
    public static InclusionProof parse(byte[] bytes) throws FieldException {
        if (bytes.length < 4 || (bytes.length - 4) % Digest.LENGTH != 0) {
            throw new FieldException("proof", "4 + 32 × height bytes", bytes.length + " bytes");
        }
        List<Digest> siblings = new ArrayList<>();
        for (int at = 4; at < bytes.length; at += Digest.LENGTH) {
            siblings.add(Digest.at(bytes, at));
        }
        return of(ByteBuffer.wrap(bytes).getInt(), siblings);
    }

    /** Builds a proof from outside parts. */
    public static InclusionProof of(int index, List<Digest> siblings) throws FieldException {
        if (index < 0) {
            throw new FieldException("position", "0 or more", Integer.toString(index));
        }
        if (siblings.size() > HIGHEST) {
            throw new FieldException("proof", "at most 31 hashes", siblings.size() + " hashes");
        }
        return new InclusionProof(index, siblings);
    }

    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(4 + Digest.LENGTH * siblings.size()).putInt(index);
        siblings.forEach(sibling -> out.put(sibling.bytes()));
        return out.array();
    }

    /**
     * Checks the proof by RFC 9162, 2.1.3.2: the index lies in the tree, every hash is used, none
     * is missing, and the path ends at the root.
     */
    public void check(Digest leaf, int size, Digest root) throws ProofException {
        if (index >= size) {
            throw new ProofException("the index " + index + " lies outside a tree of " + size);
        }
        int place = index;
        int last = size - 1;
        Digest hash = leaf;
        for (Digest sibling : siblings) {
            if (last == 0) {
                throw new ProofException("the proof goes on above the root");
            }
            if ((place & 1) == 1 || place == last) {
                hash = HashTree.node(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = HashTree.node(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new ProofException("the proof ends below the root");
        }
        if (!hash.equals(root)) {
            throw new ProofException("the path does not end at the root");
        }
    }
}
