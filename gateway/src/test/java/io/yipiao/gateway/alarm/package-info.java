/** Alarms as stages raise them and the bureau handles them. */
@NullMarked
package io.yipiao.gateway.alarm;

import org.jspecify.annotations.NullMarked;
