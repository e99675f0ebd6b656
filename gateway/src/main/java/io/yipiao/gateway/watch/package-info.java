/**
 * The watcher: asks every organisation's peers how they hold the ledger, tolerates that one is
 * behind but not that two differ, and freezes payments when they do. Peers' heights and hashes come
 * in; alarms, and the gate that payments ask, go out. Only two people lift a freeze.
 */
@NullMarked
package io.yipiao.gateway.watch;

import org.jspecify.annotations.NullMarked;
