/** Tests of the package store, on a real PostgreSQL; its fixture serves every other package. */
@NullMarked
package io.yipiao.gateway.store;

import org.jspecify.annotations.NullMarked;
