/** The contract that both ledgers keep, and what tests of other packages put on a ledger. */
@NullMarked
package io.yipiao.gateway.ledger;

import org.jspecify.annotations.NullMarked;
