/**
 * Hyperledger Fabric's messages (fabric-protos), which both ledgers speak: blocks and endorsed
 * envelopes come in; what the gateway needs of them, hashes and signatures go out.
 */
@NullMarked
package io.yipiao.gateway.ledger.messages;

import org.jspecify.annotations.NullMarked;
