/** Tests of the package http. */
@NullMarked
package io.yipiao.gateway.http;

import org.jspecify.annotations.NullMarked;
