package io.yipiao.verifier.fingerprint;

import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.canonical.CanonicalForm;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.canonical.Jcs;
import io.yipiao.verifier.canonical.Sm3;

/**
 * P, which seals whom a bill names without saying it:
 *
 * <pre>
 * P = SM3("yipiao/person/1" ‖ salt 16 ‖ JCS({idNumber, idType, name}))
 * </pre>
 */
final class PersonCommitment {
    private PersonCommitment() {}

    static Digest of(Bill bill, Salt salt) {
        return new Sm3("yipiao/person/1")
                .add(salt.bytes())
                .add(Jcs.bytes(CanonicalForm.person(bill)))
                .digest();
    }
}
