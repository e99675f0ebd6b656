package io.yipiao.gateway.claim;

import io.yipiao.gateway.benefit.PayerClass;

/**
 * Who is asked to reimburse. For now basic insurance alone computes and decides here; the payers
 * that follow it, by {@link io.yipiao.gateway.benefit.PolicyOrder}, stand beside it.
 *
 * @param id its id on the ledger
 * @param payerClass as what it pays
 */
record Payer(String id, PayerClass payerClass) {
    static final Payer BASIC = new Payer("basic", PayerClass.BASIC);
}
