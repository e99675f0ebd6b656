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
    /** Of what was stamped something is wanted back. */
    RECOVERING("需退回", "Recovery"),
    /** It moves over to the bill that replaces its own; what is left then is wanted back. */
    NETTING("需退回", "Recovery"),
    /** A supervisor takes its stamp back, all of it or a part. */
    REVOKING("需退回", "Recovery"),
    /** A supervisor raises its stamp. */
    AMENDING("正在盖章", "Approved"),
    /** Nothing is wanted back any more: it was repaid or set off. */
    RECOVERED("已退回", "Recovered"),
    /** Nothing is wanted back any more; some of it never came. */
    WRITTEN_OFF("已核销", "Written off");

    private static final Map<ClaimState, Set<ClaimState>> MOVES =
            new EnumMap<>(
                    Map.ofEntries(
                            Map.entry(
                                    RECEIVED,
                                    EnumSet.of(CHECKING, APPROVED, DUPLICATE, REFUSED, WITHDRAWN)),
                            Map.entry(CHECKING, EnumSet.of(HELD, RECEIVED, DUPLICATE, REFUSED)),
                            Map.entry(
                                    HELD,
                                    EnumSet.of(FIRST_REVIEW, SECOND_REVIEW, SUPPLEMENT, RELEASING)),
                            Map.entry(
                                    FIRST_REVIEW,
                                    EnumSet.of(
                                            APPROVED,
                                            RELEASING,
                                            RENEWING,
                                            SUPPLEMENT,
                                            SECOND_REVIEW,
                                            RECEIVED)),
                            Map.entry(
                                    SECOND_REVIEW,
                                    EnumSet.of(
                                            APPROVED, RELEASING, RENEWING, SUPPLEMENT, RECEIVED)),
                            Map.entry(
                                    SUPPLEMENT,
                                    EnumSet.of(FIRST_REVIEW, SECOND_REVIEW, RELEASING, RECEIVED)),
                            Map.entry(RENEWING, EnumSet.of(RECEIVED)),
                            Map.entry(
                                    APPROVED,
                                    EnumSet.of(STAMPED, RECEIVED, DUPLICATE, RELEASING, REFUSED)),
                            Map.entry(RELEASING, EnumSet.of(REFUSED, WITHDRAWN)),
                            Map.entry(REFUSED, EnumSet.of(RECEIVED)),
                            Map.entry(
                                    STAMPED,
                                    EnumSet.of(PROVED, RECOVERING, RECOVERED, WRITTEN_OFF)),
                            Map.entry(PROVED, EnumSet.of(RECOVERING, REVOKING, AMENDING)),
                            Map.entry(
                                    RECOVERING,
                                    EnumSet.of(
                                            RECOVERING, RECOVERED, WRITTEN_OFF, NETTING, REVOKING)),
                            Map.entry(NETTING, EnumSet.of(STAMPED, RECOVERING)),
                            Map.entry(REVOKING, EnumSet.of(STAMPED)),
                            Map.entry(AMENDING, EnumSet.of(STAMPED)),
                            Map.entry(RECOVERED, EnumSet.of(RECOVERING, REVOKING)),
                            Map.entry(WRITTEN_OFF, EnumSet.of(RECOVERING, REVOKING))));

    private static final Set<ClaimState> PAUSES_AND_ENDS =
            EnumSet.of(
                    FIRST_REVIEW,
                    SECOND_REVIEW,
                    SUPPLEMENT,
                    PROVED,
                    REFUSED,
                    WITHDRAWN,
                    DUPLICATE,
                    RECOVERING,
                    RECOVERED,
                    WRITTEN_OFF);

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
        return !PAUSES_AND_ENDS.contains(this);
    }

    /** Whether the gateway looks for something to do, under way or because money is owed. */
    boolean mayGoOn() {
        return isUnderWay() || this == RECOVERING;
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

    /** Whether a stamp is, or was, on the ledger; how much of it still counts is said elsewhere. */
    public boolean isPastStamp() {
        return compareTo(RECOVERING) >= 0 || this == STAMPED || this == PROVED;
    }

    /** Whether nothing is wanted back any more of what was. */
    public boolean isSettled() {
        return this == RECOVERED || this == WRITTEN_OFF;
    }

    /** Whether the claimant has to give something back, or will know in a moment how much. */
    public boolean isOwed() {
        return this == RECOVERING || this == NETTING || this == REVOKING;
    }

    /** Whether it came to its end, from which only a change of its bill leads on. */
    public boolean isEnded() {
        return endsUnpaid() || isSettled();
    }
}
