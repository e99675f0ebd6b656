/**
 * The ledger's blocks as tables. Blocks come in, in order and one transaction each; what the ledger
 * says of batches, bills, shares, issuers and payers goes out, with the block it is known up to.
 * The tables are never the truth: they can be dropped and read again.
 */
@NullMarked
package io.yipiao.gateway.projection;

import org.jspecify.annotations.NullMarked;
