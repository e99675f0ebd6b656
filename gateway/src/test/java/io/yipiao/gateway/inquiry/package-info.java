@NullMarked
package io.yipiao.gateway.inquiry;

import org.jspecify.annotations.NullMarked;
