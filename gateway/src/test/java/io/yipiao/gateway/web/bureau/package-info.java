/** The bureau's pages over HTTP. */
@NullMarked
package io.yipiao.gateway.web.bureau;

import org.jspecify.annotations.NullMarked;
