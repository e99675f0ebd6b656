/**
 * What a transaction sees: keys and values as bytes, who calls and when. A ledger comes in
 * (Fabric's or an embedded one); what the rules read and write goes through an overlay that shows
 * them their own writes. Key and value semantics: Hyperledger Fabric 2.5.
 */
@NullMarked
package io.yipiao.chaincode.state;

import org.jspecify.annotations.NullMarked;
