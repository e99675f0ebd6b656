@NullMarked
package io.yipiao.network;

import org.jspecify.annotations.NullMarked;
