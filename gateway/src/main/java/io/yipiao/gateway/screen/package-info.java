/**
 * Screens bills for near duplicates: the same patient's care under another number. Stored bills
 * come in as their batches do; pairs of bills with a score, a level of risk and a comparison of
 * their items go out, to claims and to clerks. A refund that explains a pair is seen when it is
 * read.
 */
@NullMarked
package io.yipiao.gateway.screen;

import org.jspecify.annotations.NullMarked;
