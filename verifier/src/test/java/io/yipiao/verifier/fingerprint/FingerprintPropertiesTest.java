package io.yipiao.verifier.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.yipiao.verifier.bill.AnyBill;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.fees.ProofException;
import io.yipiao.verifier.reader.BillReader;
import io.yipiao.verifier.seal.SealPrivateKey;
import io.yipiao.verifier.seal.SealedBill;
import io.yipiao.verifier.seal.Suite;
import io.yipiao.verifier.seal.TestKeys;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FingerprintPropertiesTest {
    private static final SaltKey KEY = SaltKey.of(new byte[SaltKey.LENGTH]);
    private static final SealPrivateKey SEAL = TestKeys.named(Suite.ES256, "issuer 1");

    @Provide
    Arbitrary<Bill> bills() {
        return AnyBill.arbitrary();
    }

    @Property(tries = 200)
    void is_the_same_whenever_a_bill_is_read_again(@ForAll("bills") Bill bill)
            throws FieldException {
        Bill again = BillReader.read(Jcs.bytes(CanonicalForm.bill(bill)));
        assertEquals(
                SaltedBill.of(bill, KEY).fingerprint(), SaltedBill.of(again, KEY).fingerprint());
    }

    @Property(tries = 200)
    void is_another_for_another_bill(@ForAll("bills") Bill one, @ForAll("bills") Bill other) {
        if (!one.equals(other)) {
            assertNotEquals(
                    SaltedBill.of(one, KEY).fingerprint(), SaltedBill.of(other, KEY).fingerprint());
        }
    }

    @Property(tries = 200)
    void survives_the_bytes_of_its_opening_and_core(@ForAll("bills") Bill bill)
            throws FieldException {
        Opening opening = SaltedBill.of(bill, KEY).opening();
        assertEquals(opening, Opening.parse(opening.bytes()));
        assertEquals(opening.core(), Core.parse(opening.core().bytes()));
        assertEquals(bill.id(), IdentityBytes.parse(IdentityBytes.of(bill.id())));
    }

    @Property(tries = 100)
    void lets_each_leaf_be_shown_alone(@ForAll("bills") Bill bill)
            throws FieldException, ProofException {
        SaltedBill salted = SaltedBill.of(bill, KEY);
        for (int leaf = 0; leaf <= bill.lines().size(); leaf++) {
            DisclosedLeaf shown = DisclosedLeaf.parse(salted.disclose(leaf).bytes());
            shown.check(salted.opening().root());
        }
    }

    @Property(tries = 100)
    void is_sealed_and_read_back(@ForAll("bills") Bill bill) throws Exception {
        SealedBill sealed = SealedBill.make(SaltedBill.of(bill, KEY), SEAL);
        SealedBill read = SealedBill.parse(sealed.bytes());
        assertEquals(sealed, read);
        read.check(SEAL.publicKey());
    }
}
