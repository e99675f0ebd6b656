/** Tests of the package session. */
@NullMarked
package io.yipiao.gateway.session;

import org.jspecify.annotations.NullMarked;
