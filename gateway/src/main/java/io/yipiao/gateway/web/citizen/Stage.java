package io.yipiao.gateway.web.citizen;

import io.yipiao.gateway.claim.ClaimState;

import java.util.EnumSet;
import java.util.Set;

/** The five steps that citizens see of a claim, each with the states that complete it. */
enum Stage {
    SENT("sent", EnumSet.of(ClaimState.RECEIVED)),
    CHECKED("checked", EnumSet.of(ClaimState.HELD, ClaimState.APPROVED)),
    REVIEWED("review", EnumSet.of(ClaimState.APPROVED)),
    STAMPED("stamp", EnumSet.of(ClaimState.STAMPED)),
    PAID("money", EnumSet.noneOf(ClaimState.class));

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // nobody outside gets it
    private final Set<ClaimState> completedBy;

    Stage(String key, Set<ClaimState> completedBy) {
        this.key = key;
        this.completedBy = completedBy;
    }

    /** Of its words, {@code claim.step.KEY}. */
    String key() {
        return key;
    }

    boolean isCompletedBy(ClaimState state) {
        return completedBy.contains(state);
    }

    /** Where a claim in this state is. */
    static Stage of(ClaimState state) {
        return switch (state) {
            case RECEIVED, CHECKING, DUPLICATE -> CHECKED;
            case HELD,
                    RENEWING,
                    FIRST_REVIEW,
                    SECOND_REVIEW,
                    SUPPLEMENT,
                    RELEASING,
                    REFUSED,
                    WITHDRAWN ->
                    REVIEWED;
            case APPROVED, STAMPED, AMENDING -> STAMPED;
            case PROVED, RECOVERING, NETTING, REVOKING, RECOVERED, WRITTEN_OFF -> PAID;
        };
    }
}
