/**
 * Fingerprints go onto the ledger in batches: a tree, its sealed header, and a proof for each bill.
 * RFC 9162, section 2.1, over SM3.
 */
@NullMarked
package io.yipiao.verifier.batch;

import org.jspecify.annotations.NullMarked;
