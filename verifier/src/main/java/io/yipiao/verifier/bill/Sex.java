package io.yipiao.verifier.bill;

/** A person's sex as GB/T 2261.1 lists it; the standard's 0 and 9 are both UNKNOWN here. */
public enum Sex {
    MALE,
    FEMALE,
    UNKNOWN
}
