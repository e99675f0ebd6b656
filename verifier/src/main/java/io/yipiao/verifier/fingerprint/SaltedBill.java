package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fees.HashTree;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;

/**
 * A bill with its salts, from which all else follows: the core, P, R and the fingerprint.
 *
 * <pre>
 * R = root of the tree (RFC 9162 shape) over leaves SM3(0x00 ‖ salt 16 ‖ JCS(content))
 * leaf 0 holds the rest of the bill, leaves 1 … n its fee lines
 * </pre>
 */
public final class SaltedBill {
    private final Bill bill;
    private final Salts salts;
    private final List<Digest> leaves;
    private final Opening opening;

    /** A bill with its stored salts, of which there is one for each leaf. */
    public SaltedBill(Bill bill, Salts salts) {
        if (salts.leaves().size() != bill.lines().size() + 1) {
            throw new IllegalArgumentException(
                    bill.lines().size() + " lines, " + salts.leaves().size() + " leaves' salts");
        }
        this.bill = bill;
        this.salts = salts;
        this.leaves = leaves(bill, salts.leaves());
        this.opening =
                new Opening(
                        Core.of(bill),
                        salts.core(),
                        PersonCommitment.of(bill, salts.person()),
                        HashTree.root(leaves));
    }

    /** Salts a bill anew: the same bill and key give the same salts. */
    public static SaltedBill of(Bill bill, SaltKey key) {
        byte[] canonical = Jcs.bytes(CanonicalForm.bill(bill));
        return new SaltedBill(bill, key.salts(canonical, bill.lines().size() + 1));
    }

    /** A bill with the salts that came with it from outside. */
    public static SaltedBill of(Bill bill, Salts salts) throws FieldException {
        int expected = bill.lines().size() + 1;
        if (salts.leaves().size() != expected) {
            throw new FieldException(
                    "salts.leaves", expected + " salts", salts.leaves().size() + " salts");
        }
        return new SaltedBill(bill, salts);
    }

    public Bill bill() {
        return bill;
    }

    public Salts salts() {
        return salts;
    }

    public Core core() {
        return opening.core();
    }

    /** The hashes of leaf 0 and of each fee line after it. */
    public List<Digest> leaves() {
        return leaves;
    }

    /** Core, its salt, P and R: what a payer, the ledger and the QR code are shown. */
    public Opening opening() {
        return opening;
    }

    public Fingerprint fingerprint() {
        return opening.fingerprint();
    }

    /** Shows one leaf alone: 0 is the rest of the bill, n the fee line of that sequence number. */
    public DisclosedLeaf disclose(int leaf) {
        return new DisclosedLeaf(
                content(bill, leaf),
                salts.leaves().get(leaf),
                leaves.size(),
                HashTree.prove(leaves, leaf));
    }

    private static Json.Members content(Bill bill, int leaf) {
        return leaf == 0
                ? CanonicalForm.rest(bill)
                : CanonicalForm.line(bill.lines().get(leaf - 1));
    }

    private static List<Digest> leaves(Bill bill, List<Salt> salts) {
        List<Digest> leaves = new ArrayList<>(salts.size());
        for (int leaf = 0; leaf < salts.size(); leaf++) {
            leaves.add(HashTree.leaf(salts.get(leaf).bytes(), Jcs.bytes(content(bill, leaf))));
        }
        return List.copyOf(leaves);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SaltedBill salted
                && bill.equals(salted.bill)
                && salts.equals(salted.salts);
    }

    @Override
    public int hashCode() {
        return opening.hashCode();
    }

    /** Names the bill without its content, which is personal. */
    @Override
    public String toString() {
        return bill.id() + " " + fingerprint();
    }
}
