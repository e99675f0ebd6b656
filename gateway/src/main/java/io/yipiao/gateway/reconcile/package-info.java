/**
 * Lays what the ledger holds beside what this gateway's own tables say, for auditors: batches,
 * opened bills, and the share of every claim, counted and summed to the fen. The projection and the
 * tables of intake and claims come in, as of one moment; a balance and its differences go out. It
 * changes nothing.
 */
@NullMarked
package io.yipiao.gateway.reconcile;

import org.jspecify.annotations.NullMarked;
