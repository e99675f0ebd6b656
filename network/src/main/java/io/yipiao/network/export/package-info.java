/**
 * A ledger for an auditor to carry away: a network's {@code client.json} and the name of an
 * organisation come in; a file of that organisation's blocks and its manifest go out, as {@code
 * yipiao-verify audit} reads them.
 */
@NullMarked
package io.yipiao.network.export;

import org.jspecify.annotations.NullMarked;
