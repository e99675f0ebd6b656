package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.AwaitingBill;
import io.yipiao.chaincode.record.LedgerBill;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.BillId;
import io.yipiao.verifier.bill.Relation;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;

/**
 * Which bills can be claimed by what they say of another: a red bill never, a paper exchange only
 * through the bill it was exchanged for, a bill that replaces another only once nothing of that one
 * can be claimed any more.
 */
final class Claimable {
    private Claimable() {}

    static void check(ProvenOpening opening, Transaction transaction) throws Refusal {
        if (opening.related(Relation.Kind.REVERSES).isPresent()) {
            throw new Refusal(RefusalCode.BAD_OPENING, "a red bill cannot be claimed");
        }
        if (opening.related(Relation.Kind.EXCHANGES).isPresent()) {
            throw new Refusal(
                    RefusalCode.BAD_OPENING, "a paper exchange is claimed as its electronic bill");
        }
        Optional<BillId> replaced = opening.related(Relation.Kind.REPLACES);
        if (replaced.isPresent()) {
            Optional<LedgerBill> original =
                    transaction.records().bill(transaction.index(replaced.get()));
            checkTakenBack(original, opening.core().issuer());
        }
    }

    private static void checkTakenBack(Optional<LedgerBill> original, int issuer) throws Refusal {
        boolean reversed =
                switch (original.orElse(null)) {
                    case null -> false;
                    case AwaitingBill awaiting -> awaiting.awaitsOneOf(issuer);
                    case OpenedBill opened -> opened.isReversed();
                };
        if (!reversed) {
            throw new Refusal(RefusalCode.WAITS, "the bill it replaces is not taken back yet");
        }
        if (original.orElse(null) instanceof OpenedBill opened
                && opened.shares().stream().anyMatch(share -> share.state().occupied())) {
            throw new Refusal(
                    RefusalCode.WAITS, "shares of the bill it replaces are not closed yet");
        }
    }
}
