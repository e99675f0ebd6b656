/** Control totals against bills that came, and that did not. */
@NullMarked
package io.yipiao.gateway.control;

import org.jspecify.annotations.NullMarked;
