/** Fabric's messages, hashes and signatures. */
@NullMarked
package io.yipiao.gateway.ledger.messages;

import org.jspecify.annotations.NullMarked;
