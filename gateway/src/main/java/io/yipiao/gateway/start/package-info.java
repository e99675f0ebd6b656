/**
 * Puts a gateway together from its settings, in the order of the flow, and takes it down in the
 * other. The settings come in, a service that listens goes out.
 */
@NullMarked
package io.yipiao.gateway.start;

import org.jspecify.annotations.NullMarked;
