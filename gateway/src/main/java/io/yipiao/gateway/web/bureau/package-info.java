/**
 * The bureau's pages: where to look (alarms, hospitals whose bills are missing, the ledger's
 * watcher), and what to do there. Who handles what stands in the history of each.
 */
@NullMarked
package io.yipiao.gateway.web.bureau;

import org.jspecify.annotations.NullMarked;
