package io.yipiao.gateway.control;

/**
 * How the bills of a hospital's last days came in.
 *
 * @param bills how many came of those days
 * @param averageDelay days from issue to registration
 * @param latest the most of them
 * @param refused lines that were refused in uploads of those days
 */
public record Punctuality(int issuer, long bills, double averageDelay, long latest, long refused) {}
