package io.yipiao.gateway.intake;

import io.yipiao.gateway.secrets.Cell;
import io.yipiao.verifier.bill.Bill;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.seal.SealedBill;

import java.util.Optional;
import java.util.UUID;

/** A bill as it is kept, with its place in its batch. */
public record StoredBill(BillPlace place, SealedBill sealed) {

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
        return sealed.bill().bill();
    }

    /** Where the encrypted head of a bill stands. */
    static Cell headCell(UUID id) {
        return new Cell("bill.head", id.toString());
    }

    public int issuer() {
        return place.issuer();
    }
}
