package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.AliasBill;
import io.yipiao.chaincode.record.AwaitingBill;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Provenance;
import io.yipiao.chaincode.record.SealedContent;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.fingerprint.BillIndex;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;

/**
 * Bills that were issued elsewhere (CLAIMED). A payer's word opens one where nothing else stands,
 * never inside a series of this ledger; it contradicts nobody.
 */
final class Elsewhere {
    private Elsewhere() {}

    static FoundBill find(ClaimedOpening opening, Transaction transaction) throws Refusal {
        BillIndex index = Places.follow(opening.core().id(), transaction);
        SealedContent content = SealedContent.of(opening.opening());
        return switch (transaction.records().bill(index).orElse(AwaitingBill.UNKNOWN)) {
            case AwaitingBill awaiting -> {
                refuseSeries(opening.core().id(), transaction);
                yield new FoundBill(index, open(awaiting, content), true);
            }
            case OpenedBill opened -> {
                refuseOtherAmounts(opened, content);
                yield new FoundBill(index, opened, true);
            }
            case AliasBill alias -> throw new IllegalStateException("a paper of a paper");
        };
    }

    private static OpenedBill open(AwaitingBill awaiting, SealedContent content) throws Refusal {
        if (!awaiting.replacedBy().isEmpty()) {
            throw new Refusal(
                    RefusalCode.CONFLICT, "an issuer here replaced this bill; a person decides");
        }
        return OpenedBill.of(content)
                .known(Provenance.CLAIMED, content, Optional.empty())
                .awaiting(awaiting.reds());
    }

    /** A payer's word of other amounts is a mistake to be refused, not a content to be kept. */
    private static void refuseOtherAmounts(OpenedBill opened, SealedContent content)
            throws Refusal {
        if (!opened.content().hasAmountsOf(content)) {
            throw new Refusal(RefusalCode.CONFLICT, "this bill stands here with other amounts");
        }
    }

    private static void refuseSeries(BillId id, Transaction transaction) throws Refusal {
        if (Numbering.isNumbered(id)
                && transaction.records().series(id.code()).of(id.number()).isPresent()) {
            throw new Refusal(
                    RefusalCode.IN_SERIES, "this number was given to an issuer of this ledger");
        }
    }
}
