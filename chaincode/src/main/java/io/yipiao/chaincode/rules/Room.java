package io.yipiao.chaincode.rules;

import io.yipiao.chaincode.record.BillShares;
import io.yipiao.chaincode.record.OpenedBill;
import io.yipiao.chaincode.record.Provenance;
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
        refusePaperOnly(bill);
        Optional<Share> other = bill.excluding(share.payerClass(), share.payer());
        if (other.isPresent()) {
            throw new Refusal(RefusalCode.OCCUPIED, occupied(other.get(), share));
        }
        refuseBeyond(bill, share.fen());
    }

    static void refuseBeyond(OpenedBill bill, Fen more) throws Refusal {
        if (!bill.isFree(more)) {
            throw new Refusal(
                    RefusalCode.EXCEEDED,
                    more + " yuan are asked for, " + yuan(bill.free()) + " are left");
        }
    }

    /** The bill with one share more. */
    static OpenedBill take(OpenedBill bill, Share share) throws Refusal {
        return orFull(bill.with(share));
    }

    /** Refuses EXCEEDED where a bill has as many shares as it keeps, all of them occupied. */
    static OpenedBill orFull(Optional<OpenedBill> changed) throws Refusal {
        if (changed.isEmpty()) {
            throw full();
        }
        return changed.get();
    }

    static Refusal full() {
        return new Refusal(RefusalCode.EXCEEDED, "the bill bears " + BillShares.MOST + " shares");
    }

    static void refuseConflict(OpenedBill bill) throws Refusal {
        if (bill.other().isPresent()) {
            throw new Refusal(
                    RefusalCode.CONFLICT,
                    "two contents were sealed for this bill; a person decides");
        }
    }

    /** A paper does not say what its bill replaces; so the bill itself has to be opened once. */
    private static void refusePaperOnly(OpenedBill bill) throws Refusal {
        if (bill.provenance() == Provenance.EXCHANGED) {
            throw new Refusal(
                    RefusalCode.WAITS, "the electronic bill of this paper is not opened yet");
        }
    }

    static void refuseReversed(OpenedBill bill) throws Refusal {
        if (bill.isReversed()) {
            throw new Refusal(RefusalCode.REVERSED, "a red bill took this bill back");
        }
        // Whose it is shows once the bill's issuer is known; until then nothing more is taken.
        if (bill.waiting().stream().anyMatch(red -> red.total().equals(bill.content().total()))) {
            throw new Refusal(RefusalCode.REVERSED, "a red bill of this amount waits for it");
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
