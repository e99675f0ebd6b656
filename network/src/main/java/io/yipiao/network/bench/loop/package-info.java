/** The inner loops, each measured alone by JMH, so that a change of one is seen. */
@NullMarked
package io.yipiao.network.bench.loop;

import org.jspecify.annotations.NullMarked;
