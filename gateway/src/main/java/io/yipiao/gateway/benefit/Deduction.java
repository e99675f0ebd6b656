package io.yipiao.gateway.benefit;

/** What is taken off a fee line before the scheme applies, in this order. */
public enum Deduction {
    /** 审核扣减: what a finding of the audit disallows. */
    DISALLOWED,
    /** 全自费: class C, the negative list, and items the catalogue does not know. */
    FULL_OWN_PAY,
    /** 超限价自费: what exceeds the catalogue's price ceiling. */
    OVER_CEILING,
    /** 先行自付: the patient's first share of class B, rounded to the fen on each line. */
    FIRST_OWN_PAY
}
