package io.yipiao.gateway.ledger;

import java.util.List;

/**
 * The two organisations that endorse a call and alone see its secrets. The channel's policy is
 * AND(Insurance, OR(Hospital, Finance)), so there are two pairs.
 */
public enum Endorsers {
    WITH_HOSPITAL(Organisation.HOSPITAL),
    WITH_FINANCE(Organisation.FINANCE);

    private final Organisation second;

    Endorsers(Organisation second) {
        this.second = second;
    }

    public List<Organisation> organisations() {
        return List.of(Organisation.INSURANCE, second);
    }

    /** The pair to fall back to when one of this pair cannot be reached. */
    public Endorsers other() {
        return this == WITH_HOSPITAL ? WITH_FINANCE : WITH_HOSPITAL;
    }
}
