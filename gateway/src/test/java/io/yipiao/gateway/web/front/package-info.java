@NullMarked
package io.yipiao.gateway.web.front;

import org.jspecify.annotations.NullMarked;
