package io.yipiao.gateway.ledger.embedded;

/**
 * Which transaction wrote a value.
 *
 * @param block the block's number
 * @param transaction its place in the block, from 0
 */
record Version(long block, int transaction) {}
