@NullMarked
package io.yipiao.gateway;

import org.jspecify.annotations.NullMarked;
