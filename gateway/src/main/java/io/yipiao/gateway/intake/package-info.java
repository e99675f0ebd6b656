/**
 * Takes hospitals' uploads: lines of bills come in, stored bills in frozen batches with their
 * outbox entries go out, and an outcome for each line. Formats: {@code SealedUpload} and {@code
 * BillLines} of the verifier.
 */
@NullMarked
package io.yipiao.gateway.intake;

import org.jspecify.annotations.NullMarked;
