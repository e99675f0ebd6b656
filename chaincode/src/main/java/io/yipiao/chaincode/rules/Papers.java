package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.AliasBill;
import io.yipiao.chaincode.record.AwaitingBill;
import io.yipiao.chaincode.record.LedgerBill;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.SealedContent;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.List;
import java.util.Optional;

/**
 * Papers that bills were exchanged to (换开). A paper is its electronic bill: whoever comes with
 * either finds the same shares. The paper's place points at the bill's, also of a second paper.
 */
final class Papers {
    private Papers() {}

    /**
     * The electronic bill of a paper. The paper's place is written to point at it, if it does not
     * yet; if the bill itself was not opened, its paper opens it.
     */
    static FoundBill find(ProvenOpening opening, Transaction transaction) throws Refusal {
        BillId exchanged = exchanged(opening);
        BillIndex paper = transaction.index(opening.core().id());
        SealedContent content = SealedContent.of(opening.opening());
        LedgerBill standing = transaction.records().bill(paper).orElse(AwaitingBill.UNKNOWN);
        if (standing instanceof AliasBill alias && alias.content().isSameAs(content)) {
            return compare(alias, Shares.openedBill(alias.aliasOf(), transaction));
        }
        Numbering.check(opening.core().id(), opening.issuer(), transaction);
        return switch (standing) {
            case AliasBill alias -> new FoundBill(paper, alias.contradictedBy(content), false);
            case OpenedBill opened -> new FoundBill(paper, opened.contradictedBy(content), false);
            case AwaitingBill awaiting -> {
                BillIndex bill = place(exchanged, paper, transaction);
                OpenedBill opened = opened(bill, exchanged, content, transaction);
                AliasBill alias = new AliasBill(content, bill, Optional.empty());
                transaction.records().put(paper, alias);
                yield compare(alias, Replacement.settled(awaiting, opened));
            }
        };
    }

    /** What a call that comes with a paper lays its hand on. */
    static List<String> names(ProvenOpening opening, Transaction transaction) throws Refusal {
        BillIndex paper = transaction.index(opening.core().id());
        BillIndex bill = Places.follow(exchanged(opening), transaction);
        return paper.equals(bill) ? List.of(paper.hex()) : List.of(paper.hex(), bill.hex());
    }

    /** What a paper says it is the same as. */
    private static BillId exchanged(ProvenOpening opening) throws Refusal {
        Optional<BillId> of = opening.related(Relation.Kind.EXCHANGES);
        if (opening.core().id().kind() != BillId.Kind.PAPER
                || of.isEmpty()
                || !Numbering.isNumbered(of.get())) {
            throw new Refusal(
                    RefusalCode.BAD_OPENING, "only a fiscal bill is exchanged, and only to paper");
        }
        return of.get();
    }

    private static BillIndex place(BillId exchanged, BillIndex paper, Transaction transaction)
            throws Refusal {
        BillIndex bill = Places.follow(exchanged, transaction);
        if (bill.equals(paper)) {
            throw new Refusal(RefusalCode.BAD_OPENING, "a paper cannot be exchanged for itself");
        }
        return bill;
    }

    /** The bill that was exchanged, opened by its paper if it was not opened itself. */
    private static OpenedBill opened(
            BillIndex index, BillId id, SealedContent content, Transaction transaction)
            throws Refusal {
        OpenedBill bill =
                switch (transaction.records().bill(index).orElse(AwaitingBill.UNKNOWN)) {
                    case OpenedBill opened -> opened;
                    case AwaitingBill awaiting -> {
                        if (id.kind() == BillId.Kind.PAPER) {
                            throw new Refusal(
                                    RefusalCode.WAITS,
                                    "the paper that it was exchanged for is not known yet");
                        }
                        Numbering.check(id, content.issuer(), transaction);
                        yield Replacement.open(awaiting, content).exchanged();
                    }
                    case AliasBill alias ->
                            throw new Refusal(RefusalCode.CONFLICT, "its bill is a paper itself");
                };
        if (bill.content().issuer() != content.issuer()) {
            throw new Refusal(
                    RefusalCode.BAD_OPENING, "the bill that it was exchanged for is another's");
        }
        return bill;
    }

    /** A paper of other amounts is a second content of its bill. */
    private static FoundBill compare(AliasBill alias, OpenedBill bill) {
        if (!bill.content().hasAmountsOf(alias.content())) {
            return new FoundBill(alias.aliasOf(), bill.contradictedBy(alias.content()), false);
        }
        return new FoundBill(
                alias.aliasOf(), alias.other().map(bill::contradictedBy).orElse(bill), true);
    }
}
