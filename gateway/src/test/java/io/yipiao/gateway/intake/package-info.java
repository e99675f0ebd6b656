/** What hospitals send is stored once, with its place on the ledger. */
@NullMarked
package io.yipiao.gateway.intake;

import org.jspecify.annotations.NullMarked;
