/**
 * Counts working days. The table of holidays and make-up days, the moment a claim was accepted and
 * the days it stood still come in; the day by which it must be done, and how far it is, go out.
 *
 * <p>The holidays are those of the State Council's yearly notice; days are Shanghai's. Pure: no
 * clock, no database.
 */
@NullMarked
package io.yipiao.gateway.calendar;

import org.jspecify.annotations.NullMarked;
