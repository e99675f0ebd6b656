/**
 * Every pair of operations raced on one bill: what the two may ask ({@link
 * io.yipiao.gateway.ledger.race.RacedOperation}), where the bill stands before, and the contract
 * that a ledger has to keep, whichever it is.
 */
@NullMarked
package io.yipiao.gateway.ledger.race;

import org.jspecify.annotations.NullMarked;
