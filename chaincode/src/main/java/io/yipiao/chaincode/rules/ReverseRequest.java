package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.state.Proposal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.Fingerprint;
import io.yipiao.verifier.reader.Json;

import java.util.Optional;
import java.util.Set;

/**
 * An item of {@code reverse}: the opening of a red bill.
 *
 * @param opening the red bill
 * @param original the bill it takes back
 */
record ReverseRequest(ProvenOpening opening, BillId original) {
    private static final Set<String> FIELDS = Set.of("batch", "position", "proof");

    static ReverseRequest read(Json.Members item, int place, Proposal proposal)
            throws FieldException {
        item.only(FIELDS);
        ProvenOpening opening = ProvenOpening.read(item, place, proposal);
        Optional<BillId> original = opening.related(Relation.Kind.REVERSES);
        if (original.isEmpty()) {
            throw new FieldException("open/" + place, "a red bill", "a bill that reverses none");
        }
        return new ReverseRequest(opening, original.get());
    }

    /** The red bill's own identity. */
    BillId red() {
        return opening.core().id();
    }

    Fingerprint fingerprint() {
        return opening.opening().fingerprint();
    }
}
