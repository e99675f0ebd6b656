package io.yipiao.gateway.claim;

/** What a clerk says to a claim. */
public enum Verdict {
    /** 通过: stamp it. */
    APPROVE,
    /** 部分通过: disallow (审核扣减) some lines, and stamp what the others give. */
    PART,
    /** 补材料: ask the claimant for something. */
    ASK,
    /** 不予报销: release it; a reason is needed. */
    REFUSE,
    /** 转主管: hand it to a supervisor. */
    ESCALATE;

    boolean pays() {
        return this == APPROVE || this == PART;
    }
}
