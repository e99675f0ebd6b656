/** Sheets against the worked examples. */
@NullMarked
package io.yipiao.gateway.benefit;

import org.jspecify.annotations.NullMarked;
