package io.yipiao.gateway.screen;

import io.yipiao.verifier.bill.BillId;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A bill that is nearly the same as another one.
 *
 * @param bill which, by the gateway's name of it
 * @param id its identity
 * @param score from 0.7 to 1
 * @param part whether one is a part of the other rather than both the same
 * @param explained why it is none, if a refund explains it
 */
public record NearDuplicate(
        UUID bill,
        BillId id,
        double score,
        boolean part,
        Optional<Explanation> explained,
        Instant foundAt) {

    public Level level() {
        return Level.of(score);
    }
}
