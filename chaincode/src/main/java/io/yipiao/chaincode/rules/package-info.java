/**
 * The ledger's rules, one class an operation. A request comes in, is read and compared with what
 * stands on the ledger; records are written and an answer goes out, or a refusal and nothing is
 * written. Nothing here knows which ledger it runs on.
 */
@NullMarked
package io.yipiao.chaincode.rules;

import org.jspecify.annotations.NullMarked;
