/** The pages that anyone may open: the first page, scanning, typing, and what a code says. */
@NullMarked
package io.yipiao.gateway.web.front;

import org.jspecify.annotations.NullMarked;
