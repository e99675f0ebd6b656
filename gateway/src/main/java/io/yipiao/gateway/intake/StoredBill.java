package io.yipiao.gateway.intake;

import io.yipiao.gateway.secrets.Cell;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.fingerprint.SaltedBill;
import io.yipiao.verifier.seal.Seal;
import io.yipiao.verifier.seal.SealedBill;

import java.util.Optional;
import java.util.UUID;

/**
 * A bill as it is kept, with its place in its batch.
 *
 * @param seal its issuer's; none of a bill from elsewhere
 */
public record StoredBill(BillPlace place, SaltedBill salted, Optional<Seal> seal) {

    /** The bill as its issuer here sealed it. */
    public SealedBill sealed() {
        return new SealedBill(
                salted,
                seal.orElseThrow(
                        () -> new IllegalStateException("nobody here sealed bill " + id())));
    }

    /** Whether it was issued elsewhere, so that nobody here sealed it. */
    public boolean isElsewhere() {
        return place.isElsewhere();
    }

    /** The gateway's name of it. */
    public UUID id() {
        return place.id();
    }

    public int keySeq() {
        return place.keySeq();
    }

    public Opening opening() {
        return place.opening();
    }

    /** Its place on the ledger, unless the ledger could not be asked yet. */
    public Optional<BillIndex> index() {
        return place.index();
    }

    /** The root of the batch it is anchored with. */
    public Digest batchRoot() {
        return place.batchRoot();
    }

    /** That it stands in that batch. */
    public InclusionProof proof() {
        return place.proof();
    }

    public Bill bill() {
        return salted.bill();
    }

    /** Where the encrypted head of a bill stands. */
    static Cell headCell(UUID id) {
        return new Cell("bill.head", id.toString());
    }

    public int issuer() {
        return place.issuer();
    }
}
