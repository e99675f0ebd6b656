/** Sheets against the worked examples; {@link SampleBill} is the bill they are about. */
@NullMarked
package io.yipiao.gateway.benefit;

import org.jspecify.annotations.NullMarked;
