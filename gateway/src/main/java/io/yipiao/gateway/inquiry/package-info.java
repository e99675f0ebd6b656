/**
 * Answers what a bill is worth. A scanned text, a picture or typed elements come in, with who asks;
 * a verdict with what that reader may see goes out. It asks the projection, not the ledger, so that
 * an answer takes well under a second.
 */
@NullMarked
package io.yipiao.gateway.inquiry;

import org.jspecify.annotations.NullMarked;
