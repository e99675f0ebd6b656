@NullMarked
package io.yipiao.gateway.web;

import org.jspecify.annotations.NullMarked;
