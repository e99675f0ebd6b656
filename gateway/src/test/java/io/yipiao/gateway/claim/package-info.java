/** Claims on the embedded ledger and a real PostgreSQL; {@link ClaimWorld} puts them together. */
@NullMarked
package io.yipiao.gateway.claim;

import org.jspecify.annotations.NullMarked;
