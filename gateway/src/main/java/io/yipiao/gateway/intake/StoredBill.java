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

/**
 * A bill as it is kept, with its place in its batch.
 *
 * @param index its place on the ledger, unless the ledger could not be asked yet
 * @param batchRoot the root of the batch it is anchored with
 * @param proof that it stands in that batch
 */
public record StoredBill(
        UUID id,
        SealedBill sealed,
        int keySeq,
        Opening opening,
        Optional<BillIndex> index,
        Digest batchRoot,
        InclusionProof proof) {

    public Bill bill() {
        return sealed.bill().bill();
    }

    /** Where the encrypted head of a bill stands. */
    static Cell headCell(UUID id) {
        return new Cell("bill.head", id.toString());
    }

    public int issuer() {
        return opening.core().issuer();
    }
}
