/** The watcher against peers that are behind, silent, lying or well, and what a freeze stops. */
@NullMarked
package io.yipiao.gateway.watch;

import org.jspecify.annotations.NullMarked;
