package io.yipiao.gateway.benefit;

/** An institution's level (一级 二级 三级), by which deductibles rise and ratios fall. */
public enum Level {
    ONE,
    TWO,
    THREE
}
