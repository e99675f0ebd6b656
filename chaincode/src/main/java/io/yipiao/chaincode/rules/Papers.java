package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.AliasBill;
import io.yipiao.chaincode.record.Attestation;
import io.yipiao.chaincode.record.AwaitingBill;
import io.yipiao.chaincode.record.LedgerBill;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Promotion;
import io.yipiao.chaincode.record.Provenance;
import io.yipiao.chaincode.record.SealedContent;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Fen;
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
    static FoundBill find(BillOpening opening, Transaction transaction) throws Refusal {
        BillIndex paper = transaction.index(opening.core().id());
        SealedContent content = SealedContent.of(opening.opening());
        LedgerBill standing = transaction.records().bill(paper).orElse(AwaitingBill.UNKNOWN);
        if (standing instanceof AliasBill alias && alias.content().isSameAs(content)) {
            return compare(alias, Shares.openedBill(alias.aliasOf(), transaction));
        }
        Numbering.check(opening.core().id(), opening.issuer(), transaction);
        return switch (standing) {
            case AliasBill alias -> new FoundBill(paper, alias.contradictedBy(content), false);
            case OpenedBill opened when opened.provenance() == Provenance.CLAIMED ->
                    alias(
                            opening,
                            paper,
                            AwaitingBill.of(opened.waiting()),
                            Optional.of(opened),
                            transaction);
            case OpenedBill opened -> new FoundBill(paper, opened.contradictedBy(content), false);
            case AwaitingBill awaiting ->
                    alias(opening, paper, awaiting, Optional.empty(), transaction);
        };
    }

    /**
     * Makes a paper's place point at its bill. What waited there, or was taken of it on a payer's
     * word, comes to the bill, after what stands there.
     */
    private static FoundBill alias(
            BillOpening opening,
            BillIndex paper,
            AwaitingBill waited,
            Optional<OpenedBill> claimed,
            Transaction transaction)
            throws Refusal {
        BillId exchanged = exchanged(opening);
        SealedContent content = SealedContent.of(opening.opening());
        BillIndex bill = place(exchanged, paper, transaction);
        OpenedBill opened = opened(bill, exchanged, content, transaction);
        if (claimed.isPresent()) {
            opened = joined(opened, claimed.get());
        }
        AliasBill alias = new AliasBill(content, bill, Optional.empty());
        transaction.records().put(paper, alias);
        FoundBill found = compare(alias, Replacement.settled(waited, opened));
        return found.opened().other().isPresent()
                ? new FoundBill(bill, found.bill(), false)
                : found;
    }

    private static OpenedBill joined(OpenedBill bill, OpenedBill claimed) throws Refusal {
        Fen limit = bill.isReversed() ? Fen.ZERO : bill.content().claimable();
        OpenedBill joined =
                Room.orFull(
                        bill.taken()
                                .followedBy(claimed.taken())
                                .flatMap(all -> all.within(limit))
                                .map(bill::with));
        for (Attestation attestation : claimed.attested()) {
            joined = joined.with(attestation);
        }
        // Nobody asked, when these shares were taken, about the bill that this one replaces.
        boolean isNews = bill.replaces().isPresent() && claimed.taken().occupied() > 0;
        return claimed.content().hasAmountsOf(bill.content()) && !isNews
                ? joined
                : joined.contradictedBy(claimed.content());
    }

    /** What a call that comes with a paper lays its hand on. */
    static List<String> names(BillOpening opening, Transaction transaction) throws Refusal {
        BillIndex paper = transaction.index(opening.core().id());
        BillIndex bill = Places.follow(exchanged(opening), transaction);
        return paper.equals(bill) ? List.of(paper.hex()) : List.of(paper.hex(), bill.hex());
    }

    /** What a paper says it is the same as. */
    private static BillId exchanged(BillOpening opening) throws Refusal {
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
                    case OpenedBill opened when opened.provenance() == Provenance.CLAIMED ->
                            FoundBill.of(
                                            index,
                                            Promotion.of(
                                                    opened,
                                                    Provenance.EXCHANGED,
                                                    content,
                                                    Optional.empty()))
                                    .opened();
                    case OpenedBill opened -> opened;
                    case AwaitingBill awaiting -> {
                        if (id.kind() == BillId.Kind.PAPER) {
                            throw new Refusal(
                                    RefusalCode.WAITS,
                                    "the paper that it was exchanged for is not known yet");
                        }
                        Numbering.check(id, content.issuer(), transaction);
                        yield Replacement.open(awaiting, content)
                                .known(Provenance.EXCHANGED, content, Optional.empty());
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
