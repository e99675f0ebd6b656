package io.yipiao.gateway.ledger.model;

import java.util.List;
import java.util.Random;

/**
 * One try with an issuer's keys, its series or its batches.
 *
 * @param what enrol, rename, revoke, suspend, rotate, anchor or series
 * @param first whose administrator calls: Insurance's, or else Finance's
 * @param seq the number of a key, 1 to 4
 * @param key which of four keys, 0 to 3
 * @param other a second number, or a batch, or a range
 * @param good whether the seals are right
 */
record KeyMove(String what, boolean first, int seq, int key, int other, boolean good) {
    private static final List<String> WHAT =
            List.of(
                    "enrol", "enrol", "enrol", "rename", "revoke", "revoke", "suspend", "rotate",
                    "rotate", "anchor", "anchor", "anchor", "series", "series");

    static KeyMove random(Random random) {
        int seq = 1 + random.nextInt(3);
        return new KeyMove(
                WHAT.get(random.nextInt(WHAT.size())),
                random.nextBoolean(),
                seq,
                random.nextInt(4) == 0 ? random.nextInt(4) : seq - 1,
                1 + random.nextInt(4),
                random.nextInt(8) > 0);
    }
}
