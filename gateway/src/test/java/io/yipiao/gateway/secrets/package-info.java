/** Tests of the package secrets. */
@NullMarked
package io.yipiao.gateway.secrets;

import org.jspecify.annotations.NullMarked;
