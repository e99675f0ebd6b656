package io.yipiao.gateway.claim;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;
import io.yipiao.verifier.receipt.ShareState;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An opened bill as the ledger answers it to {@code status}.
 *
 * @param conflict whether two sealed contents stand there
 * @param reversed whether a red bill took it back
 * @param claimable what the patient paid on it
 * @param shares what payers took of it
 */
record BillOnLedger(boolean conflict, boolean reversed, Fen claimable, List<TakenShare> shares) {
    private static final Set<String> OPENED = Set.of("OPEN", "CONFLICT");

    /**
     * What a payer took.
     *
     * @param payerClass the payer's class, in the ledger's word
     * @param state the share's, in the ledger's word
     */
    record TakenShare(String payer, String payerClass, String claim, Fen fen, String state) {
        boolean isOccupied() {
            return ShareState.valueOf(state).isOccupied();
        }
    }

    BillOnLedger {
        shares = List.copyOf(shares);
    }

    /** Reads an entry of the answer; nothing for a bill that nobody has opened yet. */
    static Optional<BillOnLedger> read(Json entry) throws FieldException {
        if (!(entry instanceof Json.Members bill) || !OPENED.contains(bill.text("state"))) {
            return Optional.empty();
        }
        List<TakenShare> shares = new ArrayList<>();
        for (Json.Members share : bill.items("shares").objects("shares")) {
            shares.add(
                    new TakenShare(
                            share.text("payer"),
                            share.text("class"),
                            share.text("claim"),
                            Fen.of("fen", share.whole("fen")),
                            share.text("state")));
        }
        return Optional.of(
                new BillOnLedger(
                        bill.text("state").equals("CONFLICT"),
                        bill.has("red"),
                        Fen.of("claimable", bill.whole("claimable")),
                        shares));
    }

    /** What may still be claimed by somebody who has nothing of it yet. */
    Fen left() {
        Fen occupied =
                shares.stream()
                        .filter(TakenShare::isOccupied)
                        .map(TakenShare::fen)
                        .reduce(Fen.ZERO, Fen::plus);
        return reversed ? Fen.ZERO : claimable.minus(occupied.atMost(claimable));
    }

    /** The share that keeps another claim to a payer of this class out. */
    Optional<TakenShare> takenBy(String payerClass, ClaimNumber except) {
        return shares.stream()
                .filter(TakenShare::isOccupied)
                .filter(share -> share.payerClass().equals(payerClass))
                .filter(share -> !share.claim().equals(except.text()))
                .findFirst();
    }
}
