/** What counts as a near duplicate, and how it is found. */
@NullMarked
package io.yipiao.gateway.screen;

import org.jspecify.annotations.NullMarked;
