/** Tests of the package settings. */
@NullMarked
package io.yipiao.gateway.settings;

import org.jspecify.annotations.NullMarked;
