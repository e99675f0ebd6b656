package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.SealedContent;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

/**
 * A bill that was issued elsewhere, on a payer's word: member {@code provenance: CLAIMED}, and
 * transient data {@code open/<place>} whose core names nobody enrolled here as its issuer and no
 * other bill. Fingerprint, salt and commitments are the payer's own.
 *
 * @param opening what the payer says of it
 */
record ClaimedOpening(Opening opening) implements BillOpening {

    static ClaimedOpening read(Json.Members item, int place, Proposal proposal)
            throws FieldException {
        if (!item.text("provenance").equals("CLAIMED")) {
            throw new FieldException("provenance", "CLAIMED", item.text("provenance"));
        }
        return new ClaimedOpening(Opening.parse(proposal.secret("open/" + place)));
    }

    @Override
    public int issuer() {
        return SealedContent.ELSEWHERE;
    }

    @Override
    public void check(Transaction transaction) throws Refusal {
        if (core().issuer() != SealedContent.ELSEWHERE || core().relation().isPresent()) {
            throw new Refusal(
                    RefusalCode.BAD_OPENING,
                    "a bill from elsewhere has no issuer here and speaks of no other bill");
        }
    }
}
