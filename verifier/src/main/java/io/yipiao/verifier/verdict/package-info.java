/**
 * What a reader of a bill, or a caller of the ledger, is told: verdicts with their reasons, and the
 * codes of refusals.
 */
@NullMarked
package io.yipiao.verifier.verdict;

import org.jspecify.annotations.NullMarked;
