/**
 * Tells people what became of their claims. The steps of claims' histories come in; messages on
 * their pages and text messages to their phones go out, with number, state and link and nothing
 * personal.
 *
 * <p>A step is its own outbox row, so none is lost by a kill. A text message is sent at least once
 * and bears an id by which its provider can drop repeats.
 */
@NullMarked
package io.yipiao.gateway.tell;

import org.jspecify.annotations.NullMarked;
