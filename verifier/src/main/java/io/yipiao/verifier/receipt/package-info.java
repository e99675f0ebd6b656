/**
 * Proof, without the ledger, of what the ledger said. A receipt and the organisations' root
 * certificates come in; the proved value goes out, or the reason why it is not proved. Messages of
 * Hyperledger Fabric 2.5 (fabric-protos), certificates of RFC 5280.
 */
@NullMarked
package io.yipiao.verifier.receipt;

import org.jspecify.annotations.NullMarked;
