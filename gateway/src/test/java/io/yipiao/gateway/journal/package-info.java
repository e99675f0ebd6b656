/** Tests of the package journal. */
@NullMarked
package io.yipiao.gateway.journal;

import org.jspecify.annotations.NullMarked;
