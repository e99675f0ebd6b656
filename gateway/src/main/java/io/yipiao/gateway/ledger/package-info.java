/**
 * The gateway's way to the ledger. Calls of the chaincode {@code registry} come in; answers,
 * endorsed envelopes, commit statuses, receipts and blocks go out. Two ledgers stand behind {@link
 * io.yipiao.gateway.ledger.LedgerClient}: Hyperledger Fabric 2.5, and an embedded one that runs
 * Fabric's protocol in small. How a lost race and an unknown outcome look is Fabric's "Read-Write
 * set semantics" and "Transaction flow".
 */
@NullMarked
package io.yipiao.gateway.ledger;

import org.jspecify.annotations.NullMarked;
