/**
 * What can be asked of the ledger. A key, an index or an identity comes in, records as they stand
 * go out; nothing is written. A query reads no key but the one it is asked for, so that an endorsed
 * answer proves that key's value and version.
 */
@NullMarked
package io.yipiao.chaincode.query;

import org.jspecify.annotations.NullMarked;
