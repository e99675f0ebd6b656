@NullMarked
package io.yipiao.gateway.web.hospital;

import org.jspecify.annotations.NullMarked;
