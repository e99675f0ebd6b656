package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.AliasBill;
import io.yipiao.chaincode.record.SealedContent;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;

import java.util.List;
import java.util.Set;

/** Puts a paper that a bill was exchanged to (换开) on the ledger as that bill's alias. */
public final class Exchange implements ItemRule<ProvenOpening> {

    @Override
    public ProvenOpening read(Json.Members item, int place, Proposal proposal)
            throws FieldException {
        item.only(Set.of("batch", "position", "proof"));
        ProvenOpening opening = ProvenOpening.read(item, place, proposal);
        if (opening.related(Relation.Kind.EXCHANGES).isEmpty()) {
            throw new FieldException("open/" + place, "a paper", "a bill that exchanges none");
        }
        return opening;
    }

    @Override
    public List<BillId> identities(ProvenOpening opening) {
        return opening.identities();
    }

    @Override
    public List<String> names(ProvenOpening opening, Transaction transaction) throws Refusal {
        return FoundBill.names(opening, transaction);
    }

    @Override
    public Json.Members carryOut(ProvenOpening opening, Transaction transaction) throws Refusal {
        BillIndex paper = transaction.index(opening.core().id());
        boolean known = isKnown(paper, SealedContent.of(opening.opening()), transaction);
        FoundBill found = FoundBill.by(opening, transaction);
        if (!found.isSame()) {
            return found.contradict(transaction);
        }
        if (!known) {
            transaction.records().put(found.index(), found.bill());
        }
        return Json.object()
                .put("outcome", known ? "ALREADY" : "EXCHANGED")
                .put("index", paper.hex())
                .put("aliasOf", found.index().hex())
                .end();
    }

    private static boolean isKnown(
            BillIndex paper, SealedContent content, Transaction transaction) {
        return transaction.records().bill(paper).orElse(null) instanceof AliasBill alias
                && alias.content().isSameAs(content);
    }
}
