/** The embedded ledger: its promises, its file, and what a kill leaves of it. */
@NullMarked
package io.yipiao.gateway.ledger.embedded;

import org.jspecify.annotations.NullMarked;
