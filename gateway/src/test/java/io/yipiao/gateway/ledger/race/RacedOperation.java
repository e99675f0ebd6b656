package io.yipiao.gateway.ledger.race;

import io.yipiao.gateway.ledger.Call;

/**
 * What may be asked of a bill. Each is asked in two ways, by the first and by the second contender,
 * so that it can be raced against itself.
 */
enum RacedOperation {
    HOLD(true),
    STAMP(false),
    HOLD_AND_STAMP(true),
    RELEASE(false),
    REVERSE(true),
    REVOKE(false),
    RECOVER(false),
    AMEND(false),
    NET(false),
    EXCHANGE(true),
    ATTEST(true),
    WRITE_OFF(false),
    CLAIMED_HOLD(true),
    /** A hold that comes with what the issuer sealed, where payers' words stand. */
    PROMOTION(false);

    private final boolean opens;

    RacedOperation(boolean opens) {
        this.opens = opens;
    }

    /** Whether it may be the first to name a bill. */
    boolean opens() {
        return opens;
    }

    boolean isOfClaimed() {
        return this == CLAIMED_HOLD || this == PROMOTION;
    }

    /**
     * The call.
     *
     * @param who 1 or 2
     */
    Call of(RacedBill bill, int who) {
        int n = 10 + who;
        return switch (this) {
            case HOLD -> bill.hold("serious", "H" + who, 300);
            case STAMP -> bill.share("stamp", "basic", "C1", n, 100 - who);
            case HOLD_AND_STAMP -> bill.holdAndStamp("serious", "S" + who, 200);
            case RELEASE -> bill.release("basic", "C1", n);
            case REVERSE -> bill.reverse(who);
            case REVOKE -> bill.part("revoke", "commercial", "C2", n, 150);
            case RECOVER -> bill.recover("assistance", "C3", n, 200);
            case AMEND -> bill.share("amend", "commercial", "C2", n, 400 + 20L * who);
            case NET -> bill.net("commercial", "C2", n, 150);
            case EXCHANGE -> bill.exchange();
            case ATTEST -> bill.attest("basic", "A" + who);
            case WRITE_OFF -> bill.confirmWriteOff("assistance", "C3", n, 200);
            case CLAIMED_HOLD -> bill.claimedHold("serious", "W" + who, 300);
            case PROMOTION -> bill.hold("serious", "P" + who, 300);
        };
    }
}
