/**
 * What stands on the ledger: values that check themselves, read from and written as canonical JSON
 * (RFC 8785) under ASCII keys. Bytes of the overlay come in, records go out, and back.
 */
@NullMarked
package io.yipiao.chaincode.record;

import org.jspecify.annotations.NullMarked;
