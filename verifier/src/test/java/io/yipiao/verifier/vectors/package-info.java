/**
 * Reads the test vectors under {@code /vectors}, one file a format. Each vector is {@code {comment,
 * input, expected, reason}}; a file is an array of them.
 */
@NullMarked
package io.yipiao.verifier.vectors;

import org.jspecify.annotations.NullMarked;
