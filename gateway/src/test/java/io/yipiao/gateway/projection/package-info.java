@NullMarked
package io.yipiao.gateway.projection;

import org.jspecify.annotations.NullMarked;
