package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.state.Proposal;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.List;

/**
 * An operation that works on a list of items, each for itself.
 *
 * @param <I> one item's request, well formed
 */
public interface ItemRule<I> {

    /**
     * Reads an item.
     *
     * @param item its record in the list
     * @param place its place in the list, by which its transient data and its leaves are found
     * @param proposal the whole call
     */
    I read(Json.Members item, int place, Proposal proposal) throws FieldException;

    /** How many arguments follow the list for each item. */
    default int argumentsAnItem() {
        return 0;
    }

    /** The bills of an item whose places need an index key. */
    default List<BillId> identities(I item) {
        return List.of();
    }

    /** What an item lays its hand on; no two items of a call may name the same. */
    List<String> names(I item, Transaction transaction) throws Refusal;

    /** Carries an item out and answers. */
    Json.Members carryOut(I item, Transaction transaction) throws Refusal;
}
