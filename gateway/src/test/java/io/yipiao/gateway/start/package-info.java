/** A whole gateway, started for tests. */
@NullMarked
package io.yipiao.gateway.start;

import org.jspecify.annotations.NullMarked;
