/**
 * One typed configuration. Defaults, a properties file, the environment and flags come in, in this
 * order, the later ones winning; {@link io.yipiao.gateway.settings.Settings} goes out, or one
 * exception that lists every fault there is. Secrets are never settings: a setting names the file
 * that holds one.
 */
@NullMarked
package io.yipiao.gateway.settings;

import org.jspecify.annotations.NullMarked;
