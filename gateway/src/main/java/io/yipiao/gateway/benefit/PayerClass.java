package io.yipiao.gateway.benefit;

/** Who reimburses, by class, as the ledger names the classes. */
public enum PayerClass {
    /** 基本医保 */
    BASIC,
    /** 大病保险 */
    SERIOUS_ILLNESS,
    /** 医疗救助 */
    ASSISTANCE,
    /** 商业保险: an indemnity policy. */
    COMMERCIAL
}
