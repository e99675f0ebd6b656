package io.yipiao.gateway.claim;

/** A decision on a claim. */
public enum Verdict {
    /** 通过: stamp it. */
    APPROVE,
    /** 不予报销: release it; a reason is needed. */
    REFUSE
}
