@NullMarked
package io.yipiao.gateway.demo;

import org.jspecify.annotations.NullMarked;
