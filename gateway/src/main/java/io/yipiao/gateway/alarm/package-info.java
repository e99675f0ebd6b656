/**
 * What a person of the bureau must look at: any stage raises an alarm in the transaction in which
 * it sees the cause, once however often it sees it; the bureau takes it in hand and closes it with
 * a reason. Nothing personal comes in.
 */
@NullMarked
package io.yipiao.gateway.alarm;

import org.jspecify.annotations.NullMarked;
