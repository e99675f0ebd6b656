package io.yipiao.verifier.audit;

/**
 * Whose signature is good, as policies see it.
 *
 * @param msp the organisation
 * @param kind peer, client, admin or orderer
 */
record Signer(String msp, String kind) {}
