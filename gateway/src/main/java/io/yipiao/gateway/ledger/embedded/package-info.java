/**
 * A ledger in this process, for trial and tests on one machine: Fabric's protocol in small. Calls
 * come in; the chaincode's own rules are simulated on a snapshot, two private organisations sign
 * what was read and written, and one committer validates the read versions, appends to a
 * hash-chained file and applies. Messages, flags and receipts are Fabric's (2.5, "Read-Write set
 * semantics"); what is missing is distance: one process holds all keys.
 */
@NullMarked
package io.yipiao.gateway.ledger.embedded;

import org.jspecify.annotations.NullMarked;
