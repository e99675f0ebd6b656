package io.yipiao.chaincode.call;

import io.yipiao.chaincode.rules.ItemRule;
import io.yipiao.chaincode.rules.Transaction;
import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A call on a list of items. What is wrong with the call as a whole refuses it whole: its form,
 * this endorser's index key, two items that name one bill. After that each item is carried out by
 * itself; a refused one leaves nothing and the others go through, unless all are refused.
 *
 * @param rule what is done to each item
 * @param <I> an item's request
 */
record Bulk<I>(ItemRule<I> rule) implements Body {
    /** The most items a call may have. */
    static final int MOST_ITEMS = 1_000;

    @Override
    public Json run(Proposal proposal, Transaction transaction) throws FieldException, Refusal {
        List<I> items = read(proposal);
        for (I item : items) {
            for (BillId id : rule.identities(item)) {
                transaction.compareKey(id);
            }
        }
        refuseRepeated(items, transaction);
        List<Json> answers = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (I item : items) {
            try {
                answers.add(carryOut(item, transaction));
            } catch (Refusal refusal) {
                refusals.add(refusal);
                answers.add(refused(refusal));
            }
        }
        if (refusals.size() == items.size()) {
            throw refusals.getFirst();
        }
        return new Json.Items(answers);
    }

    private List<I> read(Proposal proposal) throws FieldException {
        List<Json.Members> records = proposal.list().objects("items");
        if (records.isEmpty() || records.size() > MOST_ITEMS) {
            throw new FieldException("items", "1 to " + MOST_ITEMS, "" + records.size());
        }
        proposal.expect(1 + records.size() * rule.argumentsAnItem());
        List<I> items = new ArrayList<>();
        for (int place = 0; place < records.size(); place++) {
            try {
                items.add(rule.read(records.get(place), place, proposal));
            } catch (FieldException e) {
                throw e.under("items[" + place + "]");
            }
        }
        return items;
    }

    private void refuseRepeated(List<I> items, Transaction transaction) throws Refusal {
        Set<String> named = new HashSet<>();
        for (I item : items) {
            for (String name : namesOf(item, transaction)) {
                if (!named.add(name)) {
                    throw new Refusal(
                            RefusalCode.REPEATED, "the call names the same twice; name it once");
                }
            }
        }
    }

    /** An item that cannot say what it names is refused when its turn comes. */
    private List<String> namesOf(I item, Transaction transaction) {
        try {
            return rule.names(item, transaction);
        } catch (Refusal refusal) {
            return List.of();
        }
    }

    private Json.Members carryOut(I item, Transaction transaction) throws Refusal {
        Transaction part = transaction.part();
        Json.Members answer = rule.carryOut(item, part);
        part.keep();
        return answer;
    }

    private static Json.Members refused(Refusal refusal) {
        return Json.object()
                .put("outcome", "REFUSED")
                .put("code", refusal.code().name())
                .put("message", refusal.sentence())
                .end();
    }
}
