package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FeeLine;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;
import io.yipiao.verifier.fees.HashTree;

import java.util.ArrayList;
import java.util.List;

/**
 * A bill with its salts: all that its fingerprint is computed from.
 *
 * <pre>
 * C = SM3("yipiao/core/1" ‖ salt ‖ core)         P = SM3("yipiao/person/1" ‖ salt ‖ JCS(person))
 * leaf k = SM3(0x00 ‖ salt ‖ JCS), leaf 0 the rest of the bill, then each fee line; R their root
 * </pre>
 *
 * @param bill the bill
 * @param salts one for the core, one for the person, one for each leaf
 */
public record SaltedBill(Bill bill, Salts salts) {
    public SaltedBill {
        if (salts.leaves().size() != bill.lines().size() + 1) {
            throw new IllegalArgumentException(
                    "a bill of "
                            + bill.lines().size()
                            + " lines has one leaf more, not "
                            + salts.leaves().size());
        }
    }

    /** Salts a bill by its issuer's key: the same bill always gets the same salts. */
    public static SaltedBill of(Bill bill, SaltKey key) {
        byte[] canonical = Jcs.bytes(CanonicalForm.bill(bill));
        return new SaltedBill(bill, key.salts(canonical, bill.lines().size() + 1));
    }

    public Core core() {
        return new Core(
                bill.id(),
                bill.issuer().number(),
                bill.total(),
                bill.claimable(),
                bill.issueDate(),
                bill.relation());
    }

    /** P, the commitment to whom the bill names. */
    public Digest person() {
        return new Sm3("yipiao/person/1")
                .add(salts.person().bytes())
                .add(Jcs.bytes(CanonicalForm.person(bill)))
                .digest();
    }

    /** The hashes of leaf 0, the rest of the bill, and of each fee line after it. */
    public List<Digest> leaves() {
        List<Digest> leaves = new ArrayList<>(bill.lines().size() + 1);
        leaves.add(leaf(0, Jcs.bytes(CanonicalForm.rest(bill))));
        for (FeeLine line : bill.lines()) {
            leaves.add(leaf(leaves.size(), Jcs.bytes(CanonicalForm.line(line))));
        }
        return leaves;
    }

    /** What a payer is shown: the core and its salt, with the person and the leaves unopened. */
    public Opening opening() {
        return new Opening(core(), salts.core(), person(), HashTree.root(leaves()));
    }

    public Fingerprint fingerprint() {
        return opening().fingerprint();
    }

    private Digest leaf(int place, byte[] content) {
        return HashTree.leaf(salts.leaves().get(place).bytes(), content);
    }
}
