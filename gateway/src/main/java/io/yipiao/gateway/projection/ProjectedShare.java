package io.yipiao.gateway.projection;

import io.yipiao.verifier.bill.Fen;
import io.yipiao.verifier.receipt.ShareState;

/**
 * What one claim of one payer takes of a bill.
 *
 * @param payer who reimburses
 * @param payerClass as what
 * @param claim under which claim
 */
public record ProjectedShare(
        String payer, String payerClass, String claim, Fen fen, ShareState state) {}
