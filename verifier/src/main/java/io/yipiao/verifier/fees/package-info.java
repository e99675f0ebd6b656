/**
 * Trees of hashes: leaves come in, a root and a proof for each leaf go out. RFC 9162, section 2.1,
 * over SM3.
 */
@NullMarked
package io.yipiao.verifier.fees;

import org.jspecify.annotations.NullMarked;
