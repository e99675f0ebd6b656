/** One class a row, or a few rows that share their preparation. */
@NullMarked
package io.yipiao.network.bench.row;

import org.jspecify.annotations.NullMarked;
