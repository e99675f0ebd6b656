package io.yipiao.gateway.benefit;

/** A claim's risk, which decides who looks at it. */
public enum Tier {
    LOW,
    MIDDLE,
    HIGH
}
