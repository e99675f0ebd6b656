/**
 * PostgreSQL: the embedded server that keeps its files in a folder, or one reached by a URL; its
 * connections, migrations (Flyway, {@code db/migration}) and transactions. Settings come in, a
 * {@link io.yipiao.gateway.store.Database} goes out. Each feature keeps its SQL in one class of its
 * own package.
 */
@NullMarked
package io.yipiao.gateway.store;

import org.jspecify.annotations.NullMarked;
