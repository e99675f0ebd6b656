/** Tests of the package access. */
@NullMarked
package io.yipiao.gateway.access;

import org.jspecify.annotations.NullMarked;
