package io.yipiao.gateway.intake;

import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.fingerprint.Opening;

import java.util.Optional;
import java.util.UUID;

/**
 * Where a stored bill stands: what the ledger is told of it, without what the paper says besides.
 *
 * @param id the gateway's name of the bill
 * @param keySeq the number of the key that sealed it
 * @param index its place on the ledger, unless the ledger could not be asked yet
 * @param batchRoot the root of the batch it is anchored with
 * @param proof that it stands in that batch
 */
public record BillPlace(
        UUID id,
        int keySeq,
        Opening opening,
        Optional<BillIndex> index,
        Digest batchRoot,
        InclusionProof proof) {

    public int issuer() {
        return opening.core().issuer();
    }
}
