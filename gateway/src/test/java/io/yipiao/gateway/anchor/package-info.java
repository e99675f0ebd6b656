/** What was frozen reaches the ledger, whatever happens on the way. */
@NullMarked
package io.yipiao.gateway.anchor;

import org.jspecify.annotations.NullMarked;
