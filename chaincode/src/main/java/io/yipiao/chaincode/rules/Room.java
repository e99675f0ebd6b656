package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Share;
import io.yipiao.chaincode.state.Refusal;
import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.verdict.RefusalCode;

import java.util.Optional;

/**
 * Whether a bill has room for a new share: one content, not reversed, no occupied share of the
 * class, and no more taken than the patient paid.
 */
final class Room {
    private Room() {}

    static void check(OpenedBill bill, Share share) throws Refusal {
        refuseConflict(bill);
        refuseReversed(bill);
        Optional<Share> other = bill.excluding(share.payerClass(), share.payer());
        if (other.isPresent()) {
            throw new Refusal(RefusalCode.OCCUPIED, occupied(other.get(), share));
        }
        if (!bill.isFree(share.fen())) {
            throw new Refusal(
                    RefusalCode.EXCEEDED,
                    share.fen() + " yuan are asked for, " + yuan(bill.free()) + " are left");
        }
    }

    static void refuseConflict(OpenedBill bill) throws Refusal {
        if (bill.other().isPresent()) {
            throw new Refusal(
                    RefusalCode.CONFLICT,
                    "two contents were sealed for this bill; a person decides");
        }
    }

    static void refuseReversed(OpenedBill bill) throws Refusal {
        if (bill.isReversed()) {
            throw new Refusal(RefusalCode.REVERSED, "a red bill took this bill back");
        }
    }

    /** Another payer learns that the class is taken, not under which claim. */
    private static String occupied(Share other, Share share) {
        String claim = other.payer().equals(share.payer()) ? " under claim " + other.claim() : "";
        return "a share of class " + other.payerClass() + " is " + other.state() + claim;
    }

    private static String yuan(long fen) {
        return new Fen(Math.max(0, fen)).yuan();
    }
}
