package io.yipiao.gateway.claim;

import io.yipiao.gateway.intake.StoredBill;

import java.util.Optional;

/**
 * A claim that is being led on.
 *
 * @param bill its bill, where whoever leads it has read it already; what is sealed never changes
 */
record Led(Claim claim, Optional<StoredBill> bill) {
    /** The same with the claim as it has become. */
    Led at(Claim moved) {
        return new Led(moved, bill.filter(read -> read.id().equals(moved.bill())));
    }
}
