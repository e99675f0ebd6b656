package io.yipiao.verifier.bill;

/** Where care was given. */
public enum CareKind {
    /** 门诊, emergency room included. */
    OUTPATIENT,
    /** 住院 */
    INPATIENT,
    /** 药店: a retail pharmacy. */
    PHARMACY
}
