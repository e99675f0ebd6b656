@NullMarked
package io.yipiao.gateway.tell;

import org.jspecify.annotations.NullMarked;
