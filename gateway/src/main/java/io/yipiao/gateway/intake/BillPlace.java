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
 * @param keySeq the number of the key that sealed it; 0 of a bill from elsewhere
 * @param index its place on the ledger, unless the ledger could not be asked yet
 * @param batched the batch it is anchored with; none of a bill from elsewhere
 */
public record BillPlace(
        UUID id,
        int keySeq,
        Opening opening,
        Optional<BillIndex> index,
        Optional<Batched> batched) {

    /** In an issuer's place of a bill that was issued elsewhere; nobody is enrolled under it. */
    public static final int ELSEWHERE = Integer.MAX_VALUE;

    /**
     * A bill's place in its batch.
     *
     * @param root the batch's
     * @param proof that the bill stands in it
     */
    public record Batched(Digest root, InclusionProof proof) {}

    public int issuer() {
        return opening.core().issuer();
    }

    /** Whether nobody here sealed it: a payer's word opens it on the ledger. */
    public boolean isElsewhere() {
        return issuer() == ELSEWHERE;
    }

    /** The root of the batch of a bill that was issued here. */
    public Digest batchRoot() {
        return here().root();
    }

    /** That a bill that was issued here stands in its batch. */
    public InclusionProof proof() {
        return here().proof();
    }

    private Batched here() {
        return batched.orElseThrow(
                () -> new IllegalStateException("bill " + id + " stands in no batch"));
    }
}
