/**
 * An audit of a whole ledger by somebody who believes nobody. A peer's blocks and the
 * organisations' root certificates come in; breaches, each with its block and transaction, and what
 * all valid transactions add up to go out. Rules of Hyperledger Fabric 2.5 (validation of its
 * peers, application capability V2_5), messages of fabric-protos.
 */
@NullMarked
package io.yipiao.verifier.audit;

import org.jspecify.annotations.NullMarked;
