package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.AliasBill;
import io.yipiao.chaincode.record.AwaitingBill;
import io.yipiao.chaincode.record.LedgerBill;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Promotion;
import io.yipiao.chaincode.record.Provenance;
import io.yipiao.chaincode.record.SealedContent;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.reader.Json;

import java.util.List;
import java.util.Optional;

/**
 * A bill as a call finds it that brings what opens it: the bill as it stands, or as this call opens
 * it, not written yet; or, if another content stands at its place, that place in conflict.
 *
 * @param index where it stands; of a paper, where its electronic bill does
 * @param bill how it stands
 * @param isSame whether the ledger knows it with the content that this call brought
 */
record FoundBill(BillIndex index, LedgerBill bill, boolean isSame) {

    static FoundBill by(BillOpening opening, Transaction transaction) throws Refusal {
        opening.check(transaction);
        if (opening instanceof ClaimedOpening claimed) {
            return Elsewhere.find(claimed, transaction);
        }
        if (opening.related(Relation.Kind.EXCHANGES).isPresent()) {
            return Papers.find(opening, transaction);
        }
        BillIndex index = transaction.index(opening.core().id());
        SealedContent content = SealedContent.of(opening.opening());
        LedgerBill standing = transaction.records().bill(index).orElse(AwaitingBill.UNKNOWN);
        if (standing instanceof OpenedBill opened && opened.content().isSameAs(content)) {
            return new FoundBill(index, opened, true);
        }
        // A number is judged where a content comes in: what stands stays good.
        Numbering.check(opening.core().id(), opening.issuer(), transaction);
        return switch (standing) {
            case AwaitingBill awaiting ->
                    new FoundBill(
                            index,
                            Replacement.open(awaiting, content)
                                    .known(
                                            Provenance.ISSUED,
                                            content,
                                            replaced(opening, transaction)),
                            true);
            case OpenedBill opened when opened.provenance() != Provenance.ISSUED ->
                    of(
                            index,
                            Promotion.of(
                                    opened,
                                    Provenance.ISSUED,
                                    content,
                                    replaced(opening, transaction)));
            case OpenedBill opened -> new FoundBill(index, opened.contradictedBy(content), false);
            case AliasBill alias -> new FoundBill(index, alias.contradictedBy(content), false);
        };
    }

    /** A bill as its issuer's word makes it. */
    static FoundBill of(BillIndex index, Optional<Promotion> promotion) throws Refusal {
        if (promotion.isEmpty()) {
            throw Room.full();
        }
        return new FoundBill(index, promotion.get().bill(), promotion.get().isSame());
    }

    /** Kept in the bill: a paper of it does not say what the bill replaces. */
    private static Optional<BillIndex> replaced(BillOpening opening, Transaction transaction)
            throws Refusal {
        Optional<BillId> original = opening.related(Relation.Kind.REPLACES);
        return original.isPresent()
                ? Optional.of(transaction.index(original.get()))
                : Optional.empty();
    }

    /** What a call on this bill lays its hand on: its place and, of a paper, the bill's. */
    static List<String> names(BillOpening opening, Transaction transaction) throws Refusal {
        return opening.related(Relation.Kind.EXCHANGES).isPresent()
                ? Papers.names(opening, transaction)
                : List.of(Places.follow(opening.core().id(), transaction).hex());
    }

    /** The bill, of which the same content stands. */
    OpenedBill opened() {
        return (OpenedBill) bill;
    }

    /** Remembers that a second content was sealed for this place. */
    Json.Members contradict(Transaction transaction) {
        transaction.records().put(index, bill);
        return ShareAnswer.conflict(index);
    }
}
