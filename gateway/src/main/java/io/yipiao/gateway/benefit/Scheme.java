package io.yipiao.gateway.benefit;

/** The basic insurance's schemes, by whom they insure. */
public enum Scheme {
    /** 职工 在职: employees at work. */
    EMPLOYEE,
    /** 职工 退休: retired employees. */
    RETIRED,
    /** 居民: residents without employment. */
    RESIDENT
}
