package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.Core;
import io.yipiao.verifier.fingerprint.Opening;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How an item shows a bill: as an issuer sealed it, or as a payer says it is. */
sealed interface BillOpening permits ProvenOpening, ClaimedOpening {

    /** The opened bill. */
    Opening opening();

    /** Whose bill it is. */
    int issuer();

    /** Checks what can be checked of it without the bill's place. */
    void check(Transaction transaction) throws Refusal;

    /** Reads either: {@code provenance: CLAIMED} stands where a batch would. */
    static BillOpening read(Json.Members item, int place, Proposal proposal) throws FieldException {
        return item.has("provenance")
                ? ClaimedOpening.read(item, place, proposal)
                : ProvenOpening.read(item, place, proposal);
    }

    /** The members of an item that shows a bill, with these others. */
    static Set<String> fields(Json.Members item, String... others) {
        Set<String> fields = new TreeSet<>(List.of(others));
        fields.addAll(
                item.has("provenance")
                        ? List.of("provenance")
                        : List.of("batch", "position", "proof"));
        return fields;
    }

    default Core core() {
        return opening().core();
    }

    /** The bill itself and the one it is related to. */
    default List<BillId> identities() {
        List<BillId> identities = new ArrayList<>();
        identities.add(core().id());
        core().relation().map(Relation::of).ifPresent(identities::add);
        return identities;
    }

    /** The bill it is related to in this way. */
    default Optional<BillId> related(Relation.Kind kind) {
        return core().relation().filter(relation -> relation.kind() == kind).map(Relation::of);
    }
}
