package io.yipiao.network.fire;

import io.yipiao.verifier.bill.FieldException;
import io.yipiao.verifier.reader.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A bill as some transaction left it.
 *
 * @param claimable what may be claimed of it
 * @param isRed whether it was taken back
 * @param shares all that its record holds, a share in parts being several
 */
record SeenBill(long claimable, boolean isRed, List<Share> shares) {
    static final SeenBill NONE = new SeenBill(0, false, List.of());

    private static final Set<String> OCCUPIED =
            Set.of("HELD", "STAMPED", "RECOVERING", "WRITTEN_OFF");

    SeenBill {
        shares = List.copyOf(shares);
    }

    /** A share or a part of one. */
    record Share(String payer, String payerClass, String claim, long fen, String state) {
        boolean isOccupied() {
            return OCCUPIED.contains(state);
        }

        boolean isOf(String otherPayer, String otherClaim) {
            return payer.equals(otherPayer) && claim.equals(otherClaim);
        }

        /** Who can have but one occupied share: a class, of commercial payers each by itself. */
        String seat() {
            return payerClass.equals("COMMERCIAL") ? payerClass + " " + payer : payerClass;
        }
    }

    static SeenBill read(Json.Members bill) throws FieldException {
        List<Share> shares = new ArrayList<>();
        for (Json.Members share : bill.items("shares").objects("shares")) {
            shares.add(
                    new Share(
                            share.text("payer"),
                            share.text("class"),
                            share.text("claim"),
                            share.whole("fen"),
                            share.text("state")));
        }
        return new SeenBill(bill.whole("claimable"), bill.has("red"), shares);
    }

    long occupied() {
        return shares.stream().filter(Share::isOccupied).mapToLong(Share::fen).sum();
    }

    /** How much a claim has in a state. */
    long fen(String payer, String claim, String state) {
        return shares.stream()
                .filter(share -> share.isOf(payer, claim) && share.state().equals(state))
                .mapToLong(Share::fen)
                .sum();
    }
}
