@NullMarked
package io.yipiao.gateway.calendar;

import org.jspecify.annotations.NullMarked;
