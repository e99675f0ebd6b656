package io.yipiao.gateway.web.citizen;

import java.util.Optional;

/**
 * A bill in a citizen's list.
 *
 * @param ward whose it is, masked; nobody's in particular if it is the visitor's own
 * @param offer what he may do with it
 * @param claim his claim on it, if there is one that goes on or was paid
 * @param ticked whether he chose it
 * @param emergency whether he says that the visit was an emergency
 */
public record BillRow(
        String hospital,
        String number,
        String date,
        String total,
        Optional<String> ward,
        Offer offer,
        Optional<String> claim,
        boolean ticked,
        boolean emergency) {

    /** Whether it can be claimed now. */
    public boolean claimable() {
        return claim.isEmpty() && offer.ready();
    }
}
