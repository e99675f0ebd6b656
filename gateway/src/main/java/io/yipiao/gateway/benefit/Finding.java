package io.yipiao.gateway.benefit;

import io.yipiao.verifier.bill.Fen;

/**
 * A finding of the audit that disallows (审核扣减) part of a fee line.
 *
 * @param line the fee line's sequence number
 * @param amount what is disallowed of it, at most the line's amount
 * @param words what was found, as the citizen reads it: 9月9日二级护理收了两次
 */
public record Finding(int line, Fen amount, String words) {}
