package io.yipiao.gateway.ledger.model;

import java.util.Optional;

/**
 * What an issuer sealed, or a payer says, of a bill: as much as the ledger's rules look at.
 *
 * @param index where the bill's own identity stands on the ledger
 * @param paper whether it is a paper rather than an electronic bill
 * @param code its bill code
 * @param number its number, 10 digits
 * @param claimed whether it is a payer's word of a bill from elsewhere
 */
record Content(
        String index,
        boolean paper,
        String code,
        String number,
        long issuer,
        String fingerprint,
        long total,
        long claimable,
        boolean claimed,
        Optional<Related> related) {

    /** What it says of another bill. */
    record Related(Kind kind, String index, boolean paper, String code, String number) {}

    /** How it is related to it. */
    enum Kind {
        REVERSES,
        REPLACES,
        EXCHANGES
    }

    boolean is(Kind kind) {
        return related.filter(other -> other.kind == kind).isPresent();
    }

    Related other() {
        return related.orElseThrow();
    }

    boolean hasAmountsOf(Content content) {
        return total == content.total && claimable == content.claimable;
    }
}
