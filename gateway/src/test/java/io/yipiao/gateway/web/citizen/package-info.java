@NullMarked
package io.yipiao.gateway.web.citizen;

import org.jspecify.annotations.NullMarked;
