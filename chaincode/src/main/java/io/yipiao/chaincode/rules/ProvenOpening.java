package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.AnchoredBatch;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.batch.BatchHeader;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.canonical.Digest;
import io.yipiao.verifier.fees.InclusionProof;
import io.yipiao.verifier.fees.ProofException;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an item shows what an issuer sealed: members {@code batch {issuer, root}}, {@code position},
 * {@code proof []}, and transient data {@code open/<place>} = core ‖ salt ‖ P ‖ R.
 *
 * @param issuer whose batch
 * @param root which batch of his
 * @param proof where in the batch
 * @param opening what opens the leaf there
 */
record ProvenOpening(int issuer, Digest root, InclusionProof proof, Opening opening)
        implements BillOpening {

    static ProvenOpening read(Json.Members item, int place, Proposal proposal)
            throws FieldException {
        Json.Members batch = item.object("batch");
        List<Digest> siblings = new ArrayList<>();
        for (String sibling : item.items("proof").texts("proof")) {
            siblings.add(Digest.ofHex("proof", sibling));
        }
        return new ProvenOpening(
                batch.whole("issuer", 1, Integer.MAX_VALUE),
                Digest.ofHex("root", batch.text("root")),
                InclusionProof.of(item.whole("position", 0, Integer.MAX_VALUE), siblings),
                Opening.parse(proposal.secret("open/" + place)));
    }

    /** Checks that the bill's own issuer sealed it, in a batch that stands on the ledger. */
    @Override
    public void check(Transaction transaction) throws Refusal {
        Optional<AnchoredBatch> batch = transaction.records().batch(issuer, root);
        if (batch.isEmpty()) {
            throw new Refusal(RefusalCode.UNKNOWN_BATCH, "no such batch is anchored");
        }
        try {
            // The size is the ledger's, never the caller's.
            new BatchHeader(issuer, batch.get().size(), root)
                    .checkInclusion(opening.fingerprint(), proof);
        } catch (ProofException e) {
            throw Refusal.because(RefusalCode.BAD_PROOF, e);
        }
        if (core().issuer() != issuer) {
            throw new Refusal(
                    RefusalCode.BAD_OPENING, "the bill names another issuer than its batch");
        }
    }
}
