package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.AnchoredBatch;
import io.yipiao.chaincode.record.EnrolledIssuer;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.batch.BatchHeader;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.seal.IssuerKey;
import io.yipiao.verifier.seal.SealException;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.List;
import java.util.Optional;

/**
 * Puts a batch on the ledger: one key, whatever its size. The leaves stand in the block; the root
 * is computed from them here, and the issuer's seal is checked over it.
 */
public final class Anchor implements ItemRule<AnchorRequest> {

    @Override
    public AnchorRequest read(Json.Members item, int place, Proposal proposal)
            throws FieldException {
        return AnchorRequest.read(item, place, proposal);
    }

    @Override
    public int argumentsAnItem() {
        return 1;
    }

    @Override
    public List<String> names(AnchorRequest request, Transaction transaction) {
        return List.of(request.batch().issuer() + "/" + request.root().hex());
    }

    @Override
    public Json.Members carryOut(AnchorRequest request, Transaction transaction) throws Refusal {
        BatchHeader header = request.batch().header();
        if (!header.root().equals(request.root())) {
            throw new Refusal(RefusalCode.BAD_SEAL, "the root is not that of the leaves");
        }
        EnrolledIssuer issuer = Issuers.enrolled(header.issuer(), transaction);
        IssuerKey key = Issuers.key(issuer, request.keySeq());
        checkSeal(header, key, request);
        Optional<AnchoredBatch> anchored =
                transaction.records().batch(header.issuer(), header.root());
        if (anchored.isPresent()) {
            return answer("ALREADY", header);
        }
        if (issuer.isStopped(key)) {
            throw new Refusal(
                    RefusalCode.REVOKED_KEY,
                    "key " + key.seq() + " of this issuer seals no more batches");
        }
        transaction
                .records()
                .put(
                        header.issuer(),
                        header.root(),
                        new AnchoredBatch(header.size(), request.keySeq()));
        return answer("ANCHORED", header);
    }

    private static void checkSeal(BatchHeader header, IssuerKey key, AnchorRequest request)
            throws Refusal {
        try {
            header.checkSeal(key.key(), request.seal());
        } catch (SealException e) {
            throw Refusal.because(RefusalCode.BAD_SEAL, e);
        }
    }

    private static Json.Members answer(String outcome, BatchHeader header) {
        return Json.object()
                .put("outcome", outcome)
                .put("issuer", header.issuer())
                .put("root", header.root().hex())
                .end();
    }
}
