/**
 * One call of the ledger: arguments and transient data come in, are parsed, authorised and run; a
 * canonical JSON answer (RFC 8785) or a refusal goes out.
 */
@NullMarked
package io.yipiao.chaincode.call;

import org.jspecify.annotations.NullMarked;
