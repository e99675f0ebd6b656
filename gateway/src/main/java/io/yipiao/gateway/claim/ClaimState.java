package io.yipiao.gateway.claim;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a claim stands, with the words that citizens and clerks read. What is not in {@link
 * #next()} never happens: the table {@code claim_move} says the same to the database.
 */
public enum ClaimState {
    /** Taken; waits for the ledger to answer what is left of the bill. */
    RECEIVED("已收到", "Received"),
    /** Computed; its hold is on its way to the ledger. */
    CHECKING("正在验票", "Checking"),
    /** The ledger holds its share. */
    HELD("额度已锁定", "Held"),
    /** Waits for a clerk. */
    FIRST_REVIEW("待初审", "First review"),
    /** A clerk handed it to a supervisor. */
    SECOND_REVIEW("待复审", "Second review"),
    /** A clerk asked the claimant for something; the clock stands still. */
    SUPPLEMENT("等您补材料", "Supplement"),
    /** More is due than is held, so the hold is released to be taken anew. */
    RENEWING("系统审核", "Auto"),
    /** Decided; its stamp is on its way to the ledger. */
    APPROVED("正在盖章", "Approved"),
    /** Decided against or withdrawn; its hold is being released. */
    RELEASING("正在办结", "Closing"),
    /** The ledger bears its stamp. */
    STAMPED("已盖章", "Stamped"),
    /** Its receipt is stored: it may be paid. */
    PROVED("待拨付", "Approved for payment"),
    REFUSED("不予报销", "Refused"),
    /** The claimant took it back before it was decided. */
    WITHDRAWN("已撤回", "Withdrawn"),
    /** Another claim has the bill. */
    DUPLICATE("不能重复报销", "Duplicate"),
    /** The bill was taken back after the stamp. */
    RECOVERING("需退回", "Recovery");

    private static final Map<ClaimState, Set<ClaimState>> MOVES =
            new EnumMap<>(
                    Map.ofEntries(
                            Map.entry(
                                    RECEIVED,
                                    EnumSet.of(CHECKING, APPROVED, DUPLICATE, REFUSED, WITHDRAWN)),
                            Map.entry(CHECKING, EnumSet.of(HELD, RECEIVED, DUPLICATE, REFUSED)),
                            Map.entry(HELD, EnumSet.of(FIRST_REVIEW, SECOND_REVIEW, RELEASING)),
                            Map.entry(
                                    FIRST_REVIEW,
                                    EnumSet.of(
                                            APPROVED,
                                            RELEASING,
                                            RENEWING,
                                            SUPPLEMENT,
                                            SECOND_REVIEW)),
                            Map.entry(
                                    SECOND_REVIEW,
                                    EnumSet.of(APPROVED, RELEASING, RENEWING, SUPPLEMENT)),
                            Map.entry(
                                    SUPPLEMENT, EnumSet.of(FIRST_REVIEW, SECOND_REVIEW, RELEASING)),
                            Map.entry(RENEWING, EnumSet.of(RECEIVED)),
                            Map.entry(
                                    APPROVED,
                                    EnumSet.of(STAMPED, RECEIVED, DUPLICATE, RELEASING, REFUSED)),
                            Map.entry(RELEASING, EnumSet.of(REFUSED, WITHDRAWN)),
                            Map.entry(STAMPED, EnumSet.of(PROVED, RECOVERING)),
                            Map.entry(PROVED, EnumSet.of(RECOVERING))));

    private final String chinese;
    private final String english;

    ClaimState(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** All states a claim may go to from here; none at its end. */
    public Set<ClaimState> next() {
        return MOVES.getOrDefault(this, Set.of());
    }

    /** Whether the gateway has something to do: neither a person's turn nor the end. */
    public boolean isUnderWay() {
        return !waitsForPerson() && this != PROVED && !next().isEmpty();
    }

    /** Whether it waits for a clerk or a supervisor to decide it. */
    public boolean waitsForDecision() {
        return this == FIRST_REVIEW || this == SECOND_REVIEW;
    }

    /** Whether the working days do not count meanwhile. */
    public boolean stopsClock() {
        return this == SUPPLEMENT;
    }

    /** Whether it came to its end without a stamp. */
    public boolean endsUnpaid() {
        return this == REFUSED || this == DUPLICATE || this == WITHDRAWN;
    }

    /** Whether nothing happens until a person does something. */
    boolean waitsForPerson() {
        return waitsForDecision() || this == SUPPLEMENT;
    }

    /** Whether later sheets of the year build on this claim. */
    boolean isDecidedFor() {
        return this == APPROVED || this == STAMPED || this == PROVED;
    }
}
