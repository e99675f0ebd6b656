package io.yipiao.verifier.seal;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.fingerprint.SaltKey;
import io.yipiao.verifier.fingerprint.SaltedBill;

/** Sealed bills that are the same in every run. */
public final class TestBills {
    private TestBills() {}

    /** A bill salted with a key of zeros. */
    public static SealedBill sealed(Bill bill, SealPrivateKey key) {
        SaltedBill salted = SaltedBill.of(bill, SaltKey.of(new byte[SaltKey.LENGTH]));
        byte[] message = BillSeal.message(key.publicKey(), salted.fingerprint());
        return new SealedBill(salted, TestKeys.sign(key, message));
    }
}
