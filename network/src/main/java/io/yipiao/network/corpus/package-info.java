/**
 * Makes bills and claims of a city from a seed: nothing in, bills out, streamed, the same for the
 * same seed. All names are invented; identity numbers bear the region 990000, which does not exist.
 */
@NullMarked
package io.yipiao.network.corpus;

import org.jspecify.annotations.NullMarked;
