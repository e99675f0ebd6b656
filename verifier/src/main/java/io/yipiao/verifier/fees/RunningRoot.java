package io.yipiao.verifier.fees;

import io.yipiao.verifier.canonical.Digest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The root of a {@link HashTree} whose leaves pass one by one, so that no more than one hash for
 * each level is kept.
 */
public final class RunningRoot {
    /**
     * The roots of the whole subtrees so far, the smallest on top: one for each set bit of size.
     */
    private final Deque<Digest> subtrees = new ArrayDeque<>();

    private int size;

    /** Takes the next leaf's hash. */
    public void add(Digest leaf) {
        Digest subtree = leaf;
        for (int level = size; (level & 1) == 1; level >>= 1) {
            subtree = HashTree.node(subtrees.pop(), subtree);
        }
        subtrees.push(subtree);
        size = Math.addExact(size, 1);
    }

    /** How many leaves have passed. */
    public int size() {
        return size;
    }

    /** The root over the leaves so far, of which there is at least one. */
    public Digest root() {
        if (size == 0) {
            throw new IllegalStateException("a tree has at least one leaf");
        }
        Iterator<Digest> larger = subtrees.iterator();
        Digest root = larger.next();
        while (larger.hasNext()) {
            root = HashTree.node(larger.next(), root);
        }
        return root;
    }
}
