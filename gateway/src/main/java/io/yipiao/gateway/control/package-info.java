/**
 * All bills, and nothing missing (对账): Finance's control totals come in, by hospital, day and code;
 * they are compared with the bills that came, and what is missing is named by its numbers.
 */
@NullMarked
package io.yipiao.gateway.control;

import org.jspecify.annotations.NullMarked;
