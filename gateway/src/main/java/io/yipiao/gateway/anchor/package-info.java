/**
 * What intake froze goes onto the ledger. Outbox entries come in; batches anchored and red bills
 * applied go out, in parallel and out of order, reversals first. Every step is stored before the
 * next, so that a kill at any point loses nothing and does nothing twice.
 */
@NullMarked
package io.yipiao.gateway.anchor;

import org.jspecify.annotations.NullMarked;
